package io.ridecast.predictor.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.ReducedMotion;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.predictor.page.FixturePredictor.Phase;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser, before a server that answers as the predictor does. */
class PageTest {

  private static final HasCountOptions SOON = new HasCountOptions().setTimeout(20_000);
  private static Chromium chromium;

  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private final Queue<String> hosts = new ConcurrentLinkedQueue<>();
  private FixturePredictor server;
  private Page page;

  @BeforeAll
  static void startBrowser() {
    Chromium.assumeInstalled();
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void openPage() {
    server = new FixturePredictor(new FixtureCity(Catalogue.chicago()), 0);
    page = newPage(1440, 900);
  }

  @AfterEach
  void closePage() {
    page.close();
    server.close();
  }

  @Test
  void shouldDrawABubbleForEachCommunity() {
    open();

    assertThat(bubbles()).hasCount(77);
    assertThat(bubble(6))
        .hasAttribute(
            "aria-label", Pattern.compile("Lake View: [\\d,]+ rides tomorrow, Saturday.*"));
  }

  @Test
  void shouldMakeTheLargerDemandTheLargerBubble() {
    open();

    assertThat(radius(6)).isGreaterThan(radius(3)).isGreaterThan(3 * radius(37));
  }

  @Test
  void shouldShowTheWholeCityUntilACommunityIsChosen() {
    open();

    assertThat(page.locator("#panel-name")).hasText("Whole city");
    assertThat(page.locator("#live")).hasText("Live");
    assertThat(page.locator("#clock-date")).hasText("Fri, Sep 11, 2020");
    assertThat(page.locator("#model-version")).hasText("Model 3");
    assertThat(page.locator("#model-error"))
        .hasText("Off by 21% on days it had not seen (repeating last week: 30%)");
  }

  @Test
  void shouldOpenHistoryAndForecastOnClick() {
    open();

    bubble(6).click();

    assertThat(page.locator("#panel-name")).hasText("Lake View");
    assertThat(page.locator("#panel-days tr:visible")).hasCount(3);
    assertThat(page.locator("#chart .ahead .day")).hasCount(3);
    assertThat(page.locator("#chart .ahead .interval")).hasCount(3);
    assertThat(page.locator("#chart .past .line"))
        .hasAttribute("d", Pattern.compile("M[^Z]{1000,}"));
    assertThat(page.locator("#panel-about")).containsText("Knows rides through Thu, Sep 10");
    assertThat(page.url()).endsWith("/#6");
  }

  @Test
  void shouldOpenTheCommunityOfTheAddress() {
    page.navigate(server.url() + "#41");

    assertThat(page.locator("#panel-name")).hasText("Hyde Park");
  }

  @Test
  void shouldResizeTheBubblesWithTheDay() {
    open();
    double tomorrow = radius(6);

    page.locator(".day").nth(2).click();

    assertThat(page.locator("#map-note")).hasText("Rides expected on Sunday, September 13");
    assertThat(radius(6)).isNotCloseTo(tomorrow, offset(0.1));
  }

  @Test
  void shouldTellWhatIsUnderThePointer() {
    open();

    bubble(24).hover();

    assertThat(page.locator("#tooltip")).isVisible();
    assertThat(page.locator("#tooltip")).containsText("West Town");
    assertThat(page.locator("#tooltip")).containsText("likely");
  }

  @Test
  void shouldSortTheTable() {
    open();
    assertThat(firstRow()).containsText("Lake View");

    page.locator(".col-name button").first().click();

    assertThat(firstRow()).containsText("Albany Park");
    page.locator(".col-name button").first().click();
    assertThat(firstRow()).containsText("Woodlawn");
    assertThat(page.locator("th.col-name").first()).hasAttribute("aria-sort", "descending");
  }

  @Test
  void shouldSearchTheTable() {
    open();

    page.locator("#search").fill("park");

    assertThat(page.locator("#table-body tr")).hasCount(parks());
    page.locator("#search").fill("atlantis");
    assertThat(page.locator("#table-empty")).hasText("No community matches “atlantis”.");
  }

  @Test
  void shouldOpenACommunityFromTheTable() {
    open();

    page.locator("#table-body tr[data-community='41'] button").click();

    assertThat(page.locator("#panel-name")).hasText("Hyde Park");
    assertThat(bubble(41)).hasAttribute("aria-pressed", "true");
  }

  @Test
  void shouldShowNewForecastsWithoutReloading() {
    open();
    bubble(6).click();
    page.evaluate("window.loadedOnce = true");
    String before = page.locator("#panel-number").textContent();

    server.promote("7");

    assertThat(page.locator("#panel-number")).not().hasText(before);
    assertThat(page.locator("#panel-about")).containsText("a new model took over, by model 7");
    assertThat(page.locator("#model-version")).hasText("Model 7");
    assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);
  }

  @Test
  void shouldMoveOnWithTheBusinessDate() {
    open();

    server.closeDay();

    assertThat(page.locator("#clock-date")).hasText("Sat, Sep 12, 2020");
    assertThat(page.locator(".day").first()).containsText("Today Sat, Sep 12");
    assertThat(page.locator("#map-note")).hasText("Rides expected tomorrow, Sunday, September 13");
  }

  @Test
  void shouldPollWhileTheStreamIsAway() {
    page.route("**/v1/stream", route -> route.abort());

    open();

    assertThat(page.locator("#live")).hasText("Checking every 10 s");
  }

  @Test
  void shouldKeepTheLastForecastsWhenTheConnectionIsLost() {
    open();

    server.close();

    assertThat(page.locator("#live")).hasText("Connection lost");
    assertThat(page.locator("#notice")).containsText("These forecasts were received");
    assertThat(bubbles()).hasCount(77);
  }

  @Test
  void shouldComeUpByItselfOnceTheServiceIsReady() {
    server.enter(Phase.LOADING);
    page.navigate(server.url());
    assertThat(page.locator("#notice"))
        .hasText("Ridecast is loading its data. Asking again in 1 s.");

    server.enter(Phase.READY);

    assertThat(bubbles()).hasCount(77, SOON);
    assertThat(page.locator("#notice")).isHidden();
  }

  @Test
  void shouldSayThatThereIsNoForecastYet() {
    server.enter(Phase.WITHOUT_FORECASTS);

    page.navigate(server.url());

    assertThat(page.locator("#notice"))
        .hasText("No forecast yet. The first comes when a day’s count is complete.");
    assertThat(bubbles()).hasCount(77);
  }

  @Test
  void shouldBeUsableFromTheKeyboard() {
    open();
    bubble(6).focus();

    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");

    assertThat(page.locator("#panel-name")).not().hasText("Whole city");
    assertThat(page.locator("#panel-name")).not().hasText("Lake View");
    page.keyboard().press("Escape");
    assertThat(page.locator("#panel-name")).hasText("Whole city");
  }

  @Test
  void shouldAskNoOtherHostAndReportNoError() {
    open();
    bubble(6).click();
    page.locator(".day").first().click();
    assertThat(page.locator("#table-body .col-change[data-step=unknown]")).hasCount(0);

    assertThat(hosts).containsOnly("127.0.0.1");
    assertThat(errors).isEmpty();
  }

  @Test
  void shouldNotScrollSidewaysOnAPhone() {
    page.close();
    page = newPage(390, 844);
    open();
    assertNoSidewaysScroll();

    bubble(6).click();

    assertThat(page.locator("#panel.sheet")).isInViewport();
    assertNoSidewaysScroll();
  }

  private void open() {
    page.navigate(server.url());
    assertThat(bubbles()).hasCount(77);
    assertThat(page.locator("body")).hasAttribute("data-phase", "ready");
  }

  private Page newPage(int width, int height) {
    Page opened =
        chromium
            .browser()
            .newPage(
                new NewPageOptions()
                    .setViewportSize(width, height)
                    .setReducedMotion(ReducedMotion.REDUCE));
    opened.onConsoleMessage(this::note);
    opened.onPageError(errors::add);
    opened.onRequest((Request request) -> hosts.add(URI.create(request.url()).getHost()));
    return opened;
  }

  private void note(ConsoleMessage message) {
    if (List.of("error", "warning").contains(message.type())) {
      errors.add(message.text());
    }
  }

  private Locator bubbles() {
    return page.locator("#map .bubble");
  }

  private Locator bubble(int number) {
    return page.locator("#map .bubble[data-community='" + number + "']");
  }

  private Locator firstRow() {
    return page.locator("#table-body tr").first();
  }

  private double radius(int number) {
    return Double.parseDouble(bubble(number).getAttribute("r"));
  }

  private static int parks() {
    return (int)
        Catalogue.chicago().communities().stream()
            .filter(community -> community.name().contains("PARK"))
            .count();
  }

  private void assertNoSidewaysScroll() {
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
  }
}

package io.ridecast.predictor.rest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.predictor.page.Chromium;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page reads the predictor's own answers and follows its own stream. */
class PageOnLookUpsTest {
  private static Chromium chromium;

  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private RestBench bench;
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
  void open() {
    bench = new RestBench();
    bench.serve("7");
    for (Community community : Catalogue.chicago().communities()) {
      bench.forecast(community.key(), 10 + community.number());
      for (int back = 0; back < 60; back++) {
        bench.day(community.key(), RestBench.ORIGIN.minusDays(back), 20);
      }
    }
    bench.forecast("6", 1101.5);
    page = chromium.browser().newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    page.onPageError(errors::add);
    page.navigate("http://127.0.0.1:" + bench.port() + "/#6");
    assertThat(page.locator("#live")).hasText("Live");
  }

  @AfterEach
  void close() {
    page.close();
    bench.close();
  }

  @Test
  void shouldShowWhatThePredictorAnswers() {
    assertThat(page.locator("#map .bubble")).hasCount(77);
    assertThat(page.locator("#clock-date")).hasText("Fri, Sep 11, 2020");
    assertThat(page.locator("#panel-name")).hasText("Lake View");
    assertThat(page.locator("#panel-number")).hasText("1,103");
    assertThat(page.locator("#panel-about")).containsText("by model 7");
    assertThat(page.locator("#model-version")).hasText("Model 7");
    assertThat(page.locator("#chart .past .line")).hasAttribute("d", Pattern.compile("M.{500,}"));
    assertThat(errors).isEmpty();
  }

  @Test
  void shouldAddUpTheCommunitiesUntilTheCityHasItsOwnForecast() {
    assertThat(page.locator(".day").nth(1)).containsText("4,936");
    assertThat(page.locator(".day").nth(1)).containsText("likely");

    bench.forecast("CITY", 5000);

    assertThat(page.locator(".day").nth(1)).containsText("5,001");
  }

  @Test
  void shouldShowATrainingStepByStep() {
    assertThat(page.locator("#training")).isHidden();

    bench.train(TrainingStep.REQUEST, TrainingStatus.SUCCEEDED, "TRAIN (MANUAL)");
    bench.train(TrainingStep.TUNE, TrainingStatus.STARTED, "");
    page.reload();

    assertThat(page.locator("#training-note")).hasText("A training is under way");
    assertThat(page.locator("#training-steps tr").first()).containsText("TRAIN (MANUAL)");
    assertThat(page.locator("#training-steps tr").nth(1)).hasText("Tuneunder way");

    bench.train(TrainingStep.TUNE, TrainingStatus.SUCCEEDED, "30 trials");
    bench.train(TrainingStep.GATE, TrainingStatus.REFUSED, "refused: worse than the champion");

    assertThat(page.locator("#training-note"))
        .containsText("The last training: refused", new ContainsTextOptions().setTimeout(15_000));
    assertThat(page.locator("#training-steps tr").last())
        .hasText("Gaterefused60 srefused: worse than the champion");
    assertThat(errors).isEmpty();
  }

  @Test
  void shouldFollowTheStream() {
    page.evaluate("window.loadedOnce = true");

    bench.forecast("6", 2000);

    assertThat(page.locator("#panel-number")).hasText("2,001");
    assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);
    assertThat(errors).isEmpty();
  }
}

package io.ridecast.predictor.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Takes the pictures of a running page: {@code PageScreenshots http://localhost:8080/ folder
 * [community]}.
 */
final class PageScreenshots {

  private record Screen(String name, int width, int height) {}

  private static final List<Screen> SCREENS =
      List.of(new Screen("1440", 1440, 900), new Screen("390", 390, 844));

  private PageScreenshots() {}

  public static void main(String[] arguments) {
    String url = arguments[0];
    Path folder = Path.of(arguments[1]);
    String community = arguments.length > 2 ? arguments[2] : "6";
    try (Chromium chromium = Chromium.start()) {
      for (Screen screen : SCREENS) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          String name = screen.name() + "-" + scheme.name().toLowerCase(Locale.ROOT);
          try (Page page = open(chromium.browser(), screen, scheme)) {
            page.navigate(url);
            settle(page);
            page.screenshot(
                to(folder.resolve(name + "-city.png"))
                    .setFullPage(true)
                    .setClip(0, 0, screen.width(), 1700));
            page.navigate(url + "#" + community);
            page.reload();
            settle(page);
            page.screenshot(to(folder.resolve(name + "-selected.png")));
          }
        }
      }
    }
  }

  private static Page open(Browser browser, Screen screen, ColorScheme scheme) {
    return browser.newPage(
        new Browser.NewPageOptions()
            .setViewportSize(screen.width(), screen.height())
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE));
  }

  private static void settle(Page page) {
    page.locator("body[data-phase=ready]").waitFor();
    page.locator(".past .line").first().waitFor();
    page.locator(".col-change[data-step=unknown]").first().waitFor(GONE);
  }

  private static final Locator.WaitForOptions GONE =
      new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

  private static Page.ScreenshotOptions to(Path file) {
    return new Page.ScreenshotOptions().setPath(file);
  }
}

package io.ridecast.predictor.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** A headless browser: the one that {@code CHROMIUM} names, or the system's. */
public record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  public static Path executable() {
    return Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
  }

  /** Skips the test where there is no browser, but never in CI, where one must be. */
  public static void assumeInstalled() {
    if (Files.isExecutable(executable())) {
      return;
    }
    String missing = "No Chromium at " + executable() + ": set CHROMIUM to test the page";
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(missing);
    }
    System.err.println("Skipped: " + missing);
    Assumptions.abort(missing);
  }

  public static Chromium start() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    LaunchOptions options =
        new LaunchOptions().setExecutablePath(executable()).setHeadless(true).setArgs(FLAGS);
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  @Override
  public void close() {
    playwright.close();
  }
}

package io.ridecast.predictor.page;

import io.ridecast.forecasting.catalogue.Catalogue;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Serves the page on port 8090 with fixed numbers, a day every 10 seconds: to work on its looks.
 */
final class PagePreview {

  private PagePreview() {}

  public static void main(String[] arguments) throws Exception {
    Catalogue catalogue =
        arguments.length > 0 ? Catalogue.load(Path.of(arguments[0])) : Catalogue.chicago();
    FixturePredictor server = new FixturePredictor(new FixtureCity(catalogue), 8090);
    if (arguments.length < 2) {
      Executors.newSingleThreadScheduledExecutor()
          .scheduleAtFixedRate(server::closeDay, 10, 10, TimeUnit.SECONDS);
    }
  }
}

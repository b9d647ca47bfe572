package io.ridecast.predictor;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.circumstances.LiveCircumstances;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.predictor.demand.CityTotals;
import io.ridecast.predictor.forecasts.ForecastMetrics;
import io.ridecast.predictor.forecasts.ForecastSetting;
import io.ridecast.predictor.models.ModelEvents;
import io.ridecast.predictor.models.ModelLoader;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.runtime.time.FollowedClock;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.streams.Topology;

/** What a bench begins with, and what is still there when another begins after it. */
final class PredictorSetup {
  final Path directory;
  final InMemoryRegistry registry = new InMemoryRegistry();
  final FakeBundles bundles;
  final LoadingTasks loading = new LoadingTasks();
  private ServiceCalendar calendar = ServiceCalendar.always();
  private long lastAtStart = -1;

  PredictorSetup(Path directory) {
    this.directory = directory;
    this.bundles = new FakeBundles(directory.resolve("models"));
  }

  /** Nobody rides in that community from a day on. */
  PredictorSetup noService(int community, LocalDate from) throws IOException {
    String interruptions = "community,from,to\n%d,%s,\n".formatted(community, from);
    calendar = ServiceCalendar.load(Files.writeString(directory.resolve("c.csv"), interruptions));
    return this;
  }

  /** The offset of the last record of demand that was there before the start. */
  PredictorSetup lastAtStart(long offset) {
    lastAtStart = offset;
    return this;
  }

  PredictorBench start() {
    return new PredictorBench(this);
  }

  /** The topology with everything around it that it needs, begun anew. */
  Topology topology(
      Catalogue catalogue, AvroSerdes serdes, ForecastMetrics metrics, ModelEvents events) {
    FollowedClock clock = new FollowedClock(ClockMode.WATERMARK, () -> Instant.EPOCH);
    ModelLoader loader =
        new ModelLoader(
            bundles.store, bundles::verify, loading::take, events, "bench", () -> Instant.EPOCH);
    ForecastSetting setting =
        new ForecastSetting(
            catalogue,
            calendar,
            Duration.ofHours(2),
            clock,
            new CityTotals(),
            new LiveCircumstances(EventCalendar.none(), catalogue.serviceDay()),
            loader,
            partition -> lastAtStart,
            metrics);
    return new PredictorTopology(
            serdes,
            setting,
            time -> clock.follow(time.getNow(), time.getLoading()),
            loader::announce)
        .get();
  }
}

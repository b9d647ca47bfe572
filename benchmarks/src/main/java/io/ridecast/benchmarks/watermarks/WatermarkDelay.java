package io.ridecast.benchmarks.watermarks;

import io.ridecast.benchmarks.broker.BenchBroker;
import io.ridecast.benchmarks.broker.BenchTopics;
import io.ridecast.benchmarks.broker.Committed;
import io.ridecast.benchmarks.broker.SharedSchemas;
import io.ridecast.benchmarks.input.ExtraRides;
import io.ridecast.benchmarks.input.Scenario;
import io.ridecast.benchmarks.ladder.LadderSettings;
import io.ridecast.benchmarks.report.Measured;
import io.ridecast.benchmarks.report.Percentiles;
import io.ridecast.benchmarks.service.AggregatorProcess;
import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.CommunityPartition;
import io.ridecast.schemas.topics.Topics;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * From a watermark that closes a day until a reader of committed records has each community's
 * closed day; a day after the other, at any moment between two commits.
 */
public final class WatermarkDelay {
  private static final int DAYS = 300;
  private static final int UNMEASURED = 50;
  private static final int RIDES_A_DAY = 500;
  private static final int PARTITIONS = 8;
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

  private final LadderSettings settings;
  private final PrintStream out;
  private final AvroSerdes serdes = new AvroSerdes(new SharedSchemas());
  private final Scenario scenario = Scenario.chicago(1, DAYS);
  private final List<Double> delays = new ArrayList<>();
  private final Random random = new Random(5);

  public WatermarkDelay(LadderSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /** Closes day after day and prints how long it took. */
  public List<Measured> measure() {
    try (BenchBroker broker = BenchBroker.start(settings.work());
        BenchTopics topics = new BenchTopics(broker.kafka())) {
      topics.create();
      try (AggregatorProcess process =
              AggregatorProcess.start(
                  broker.kafka(), settings.flags(), settings.work().resolve("watermarks"));
          Committed<DailyDemand> demand =
              new Committed<>(
                  broker.kafka(),
                  Topics.DAILY_DEMAND.name(),
                  serdes.value(Topics.DAILY_DEMAND).deserializer());
          PromisedDays promises =
              new PromisedDays(broker.kafka(), serdes, scenario.start(), PARTITIONS)) {
        closeDays(
            process,
            new ExtraRides(broker.kafka(), serdes, scenario.catalogue().communities()),
            promises,
            demand);
      }
    }
    Percentiles percentiles = Percentiles.of(delays);
    out.printf(
        Locale.ROOT,
        "%,d closed days of communities: median %.0f ms, p99 %.0f ms, longest %.0f ms%n",
        delays.size(),
        percentiles.at(0.5),
        percentiles.at(0.99),
        percentiles.at(1));
    return List.of(
        new Measured(
            "watermark.p99",
            percentiles.at(0.99),
            "ms",
            null,
            null,
            percentiles.at(0.5),
            percentiles.at(1)));
  }

  private void closeDays(
      AggregatorProcess process,
      ExtraRides rides,
      PromisedDays promises,
      Committed<DailyDemand> demand) {
    ServiceDay days = scenario.catalogue().serviceDay();
    LocalDate first = days.of(scenario.start());
    for (int n = 0; n < DAYS; n++) {
      LocalDate day = first.plusDays(n);
      rides.send(RIDES_A_DAY, days.start(day).plus(Duration.ofHours(12)));
      process.countedMillis((n + 1L) * RIDES_A_DAY);
      LockSupport.parkNanos((long) (random.nextDouble() * LONGEST_PAUSE.toNanos()));
      Instant closes = days.end(day).plus(Duration.ofHours(2));
      promises.promise(closes);
      awaitClosed(day, n >= UNMEASURED, promises, demand);
    }
  }

  private void awaitClosed(
      LocalDate day, boolean measured, PromisedDays promises, Committed<DailyDemand> demand) {
    Set<String> closed = new HashSet<>();
    while (closed.size() < scenario.catalogue().communities().size()) {
      demand.poll(
          (key, cell) -> {
            if (cell.getDate().equals(day)
                && cell.getStatus() == DemandStatus.CLOSED
                && closed.add(cell.getCommunity())
                && measured) {
              int partition = CommunityPartition.of(cell.getCommunity(), PARTITIONS);
              delays.add((System.nanoTime() - promises.sentNanos(partition)) / 1e6);
            }
          });
    }
  }
}

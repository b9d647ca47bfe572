package io.ridecast.benchmarks.ladder;

import io.ridecast.forecasting.catalogue.ServiceDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.apache.kafka.streams.kstream.Windows;
import org.apache.kafka.streams.kstream.internals.TimeWindow;

/** Local days as windows, 23 to 25 hours long. */
final class DayWindows extends Windows<TimeWindow> {
  private static final Duration LONGEST = Duration.ofHours(25);
  private static final Duration GRACE = Duration.ofDays(14);

  private final ServiceDay serviceDay;

  DayWindows(ServiceDay serviceDay) {
    this.serviceDay = serviceDay;
  }

  @Override
  public Map<Long, TimeWindow> windowsFor(long timestamp) {
    LocalDate day = serviceDay.of(Instant.ofEpochMilli(timestamp));
    long start = serviceDay.start(day).toEpochMilli();
    return Map.of(start, new TimeWindow(start, serviceDay.end(day).toEpochMilli()));
  }

  @Override
  public long size() {
    return LONGEST.toMillis();
  }

  @Override
  public long gracePeriodMs() {
    return GRACE.toMillis();
  }
}

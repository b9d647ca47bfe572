package io.ridecast.aggregator.counting;

import io.ridecast.aggregator.books.PartitionBooks;
import io.ridecast.aggregator.city.PartitionReport;
import io.ridecast.aggregator.city.PartitionReport.DayPart;
import io.ridecast.aggregator.city.PartitionReport.DayParts;
import io.ridecast.aggregator.city.PartitionReport.Reached;
import io.ridecast.aggregator.counting.DeadLetters.DeadLetter;
import io.ridecast.aggregator.days.Publication;
import io.ridecast.aggregator.days.Publications;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.RejectedRide;
import io.ridecast.records.RideLedger;
import io.ridecast.schemas.topics.DemandKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends on what a partition has to say. */
final class Outbox implements Publications {
  private final ProcessorContext<Object, Object> context;
  private final CountingMetrics metrics;
  private final PartitionBooks books;
  private final Map<Integer, DayPart> cityDays = new TreeMap<>();
  private long timestamp;
  private Instant businessTime = Instant.EPOCH;
  private PublishedDay published = PublishedDay.of(0);
  private DemandStatus status = DemandStatus.OPEN;
  private int uncounted;

  /** The day of the last publication: a day closes in all communities, one after the other. */
  private record PublishedDay(int day, LocalDate date, String text) {
    static PublishedDay of(int day) {
      LocalDate date = LocalDate.ofEpochDay(day);
      return new PublishedDay(day, date, date.toString());
    }
  }

  /** An outbox of one task. */
  Outbox(ProcessorContext<Object, Object> context, CountingMetrics metrics, PartitionBooks books) {
    this.context = context;
    this.metrics = metrics;
    this.books = books;
  }

  /** What follows comes of a record, or of a moment, with this timestamp. */
  void at(long recordTimestamp) {
    timestamp = recordTimestamp;
  }

  /** What time it is for the demand that is published from now on. */
  void at(Instant newBusinessTime) {
    businessTime = newBusinessTime;
  }

  @Override
  public void day(String community, int day, Publication before, Publication said) {
    if (day != published.day()) {
      published = PublishedDay.of(day);
    }
    DailyDemand demand =
        new DailyDemand(
            community,
            published.date(),
            said.rides(),
            said.revision(),
            said.status(),
            businessTime);
    send(Outlet.DEMAND, DemandKey.of(community, published.text()), demand);
    books.published(said.rides() - before.rides());
    if (status != said.status()) {
      countRevisions();
      status = said.status();
    }
    uncounted++;
  }

  @Override
  public void city(int day, int rides, int communities) {
    cityDays.put(day, new DayPart(day, rides, communities));
  }

  /** Tells the city how far the partition has come, and before it the days that this closed. */
  void report(Reached reached) {
    reportCityDays();
    report((PartitionReport) reached);
  }

  /** Ends a call: the city is told of the days that were closed or revised in it. */
  void end() {
    reportCityDays();
    countRevisions();
  }

  void rejected(RejectedRide ride) {
    send(Outlet.REJECTIONS, ride.getRide().getCommunity(), ride);
  }

  void ledger(RideLedger ledger) {
    send(Outlet.LEDGER, Integer.toString(ledger.getPartition()), ledger);
  }

  void deadLetter(DeadLetter letter, Headers headers) {
    context.forward(
        new Record<>(letter.key(), letter.value(), timestamp, headers), Outlet.DEAD_LETTERS.node());
  }

  private void reportCityDays() {
    if (!cityDays.isEmpty()) {
      report(new DayParts(context.taskId().partition(), List.copyOf(cityDays.values())));
      cityDays.clear();
    }
  }

  /** Not one by one: a day closes in all communities, with the same status in nearly all. */
  private void countRevisions() {
    metrics.published(status, uncounted);
    uncounted = 0;
  }

  private void report(PartitionReport report) {
    send(Outlet.REPORTS, Integer.toString(report.partition()), report);
  }

  private void send(Outlet outlet, String key, Object value) {
    context.forward(new Record<>(key, value, timestamp), outlet.node());
  }
}

package io.ridecast.aggregator.days;

import io.ridecast.aggregator.rides.CommunityNumber;
import io.ridecast.aggregator.rides.IdDigest;
import io.ridecast.aggregator.rides.Rejected;
import io.ridecast.aggregator.rides.RideHead;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ledger on a bench: rides and promises in by word, publications out as lines. Days are
 * Chicago's, they close after 2 hours and are final after 14 days.
 */
final class LedgerBench implements Publications {
  static final Instant ARRIVAL = Instant.parse("2020-12-01T00:00:00Z");

  /** The first of September begins. */
  static final String FROM = "2020-09-01T05:00:00Z";

  static final String NOON_1 = "2020-09-01T17:00:00Z";
  static final String NOON_2 = "2020-09-02T17:00:00Z";

  /** When the first of September is closed; the second a day later. */
  static final String CLOSES_1 = "2020-09-02T07:00:00Z";

  static final String CLOSES_2 = "2020-09-03T07:00:00Z";

  /** When the first of September is final. */
  static final String FORGETS_1 = "2020-09-16T07:00:00Z";

  final MemoryJournal journal = new MemoryJournal();
  private final List<String> said = new ArrayList<>();
  private long published;
  private Catalogue catalogue;
  private ServiceCalendar calendar = ServiceCalendar.always();
  private Duration revisionWindow = Duration.ofDays(14);
  private DemandLedger ledger;

  LedgerBench(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.ledger = open(0, 1);
  }

  LedgerBench(Catalogue catalogue, ServiceCalendar calendar) {
    this(catalogue);
    this.calendar = calendar;
    this.ledger = open(0, 1);
  }

  static LedgerBench ofPartition(Catalogue catalogue, int partition, int partitions) {
    LedgerBench bench = new LedgerBench(catalogue);
    bench.ledger = bench.open(partition, partitions);
    return bench;
  }

  /** Opens another ledger on the same journal. */
  void restart() {
    ledger = open(0, 1);
  }

  void restart(Catalogue next) {
    catalogue = next;
    restart();
  }

  void restart(Duration nextRevisionWindow) {
    revisionWindow = nextRevisionWindow;
    restart();
  }

  Verdict ride(String id, String community, String start) {
    Rejected rejected = take(id, community, start);
    return rejected == null ? Verdict.of(ledger.write()) : Verdict.of(rejected);
  }

  /** Without writing, as within a pack. */
  @Nullable Rejected take(String id, String community, String start) {
    return ledger.take(
        new RideHead(
            IdDigest.of(id),
            Instant.parse(start).toEpochMilli(),
            CommunityNumber.of(community),
            RideHead.NO_END),
        ARRIVAL.toEpochMilli());
  }

  Written write() {
    return ledger.write();
  }

  void promise(String from, String until) {
    ledger.advance(Optional.of(Instant.parse(from)), Optional.of(Instant.parse(until)));
  }

  void startKnown(String from) {
    ledger.advance(Optional.of(Instant.parse(from)), Optional.empty());
  }

  void publishOpenDays() {
    ledger.publishOpenDays();
  }

  void takeOverCatalogue() {
    ledger.takeOverCatalogue();
  }

  /** How many rides more than before were said in all. */
  long published() {
    return published;
  }

  /** What was said since the last call. */
  List<String> said() {
    List<String> lines = List.copyOf(said);
    said.clear();
    return lines;
  }

  List<String> saidOfDays() {
    return said().stream().filter(line -> !line.startsWith("city")).toList();
  }

  List<String> saidOfCity() {
    return said().stream().filter(line -> line.startsWith("city")).toList();
  }

  @Override
  public void day(String community, int day, Publication before, Publication publication) {
    published += publication.rides() - before.rides();
    said.add(
        "%s %s %d r%d %s"
            .formatted(
                community,
                ServiceDates.date(day),
                publication.rides(),
                publication.revision(),
                publication.status()));
  }

  @Override
  public void city(int day, int rides, int communities) {
    said.add("city %s %d of %d".formatted(ServiceDates.date(day), rides, communities));
  }

  private DemandLedger open(int partition, int partitions) {
    return new DemandLedger(
        new CommunityRosters(catalogue, calendar, partitions).of(partition),
        catalogue.serviceDay(),
        new LedgerRules(Duration.ofHours(2), revisionWindow),
        journal,
        this);
  }
}

package io.ridecast.aggregator;

import io.ridecast.aggregator.RandomWorlds.World;
import io.ridecast.aggregator.Step.Content;
import io.ridecast.aggregator.Step.Pack;
import io.ridecast.aggregator.Step.Restart;
import io.ridecast.aggregator.Step.RideAt;
import io.ridecast.aggregator.Step.Single;
import io.ridecast.aggregator.Step.Tombstone;
import io.ridecast.aggregator.Step.Watermark;
import io.ridecast.aggregator.days.LedgerRules;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.oracle.Books;
import io.ridecast.oracle.CountingRules;
import io.ridecast.oracle.Expectation;
import io.ridecast.oracle.Invariants;
import io.ridecast.oracle.Oracle;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.Ride;
import io.ridecast.records.RideLedger;
import io.ridecast.records.RideWatermark;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets the same steps happen to an aggregator and to the oracle, and compares what they say. */
final class Trial implements AutoCloseable {
  private static final LedgerRules RULES = new LedgerRules(Duration.ofHours(2), Duration.ofDays(1));
  private static final List<String> FEEDS = List.of("rides", "other");

  private final Instant start;
  private final Instant arrival;
  private final AggregatorSetup setup;
  private final Oracle oracle;
  private final List<DailyDemand> demand = new ArrayList<>();
  private final List<RideLedger> ledgers = new ArrayList<>();
  private AggregatorDriver driver;
  private long offset;
  private long reached;

  Trial(World world) {
    Catalogue catalogue =
        TestCatalogue.inZone(world.zone(), "1", "2", "3@" + world.start().plusDays(2));
    start = world.start().atStartOfDay(world.id()).toInstant();
    arrival = start.plus(Duration.ofDays(20));
    setup =
        new AggregatorSetup(
            catalogue,
            ServiceCalendar.always(),
            1,
            FEEDS,
            RULES,
            ClockMode.WATERMARK,
            new InMemoryRegistry());
    oracle =
        new Oracle(
            new CountingRules(
                catalogue,
                setup.calendar(),
                1,
                Set.copyOf(FEEDS),
                RULES.grace(),
                RULES.revisionWindow()));
    driver = new AggregatorDriver(setup);
    driver.arriveAt(arrival.toString());
  }

  void happen(Step step) {
    if (step instanceof Single single) {
      expect(single.content(), offset);
      driver.rawRide("1", bytes(single.content()));
      read(1);
    } else if (step instanceof Pack pack) {
      pack(pack.contents());
    } else if (step instanceof Watermark mark) {
      promise(mark);
    } else if (step instanceof Restart) {
      restart();
    } else {
      driver.secondPasses();
    }
    demand.addAll(driver.out.demand());
    ledgers.addAll(driver.out.ledgers());
  }

  /** What is wrong after all of it; nothing if all is well. */
  List<String> violations() {
    happen(new Step.Second());
    Expectation expected = oracle.expectation();
    List<String> violations = new ArrayList<>(Invariants.counts(expected, demand));
    violations.addAll(Invariants.revisions(demand));
    violations.addAll(Invariants.balance(expected.total(), books()));
    return violations;
  }

  @Override
  public void close() {
    driver.close();
  }

  private void pack(List<Content> contents) {
    List<byte @Nullable []> values = new ArrayList<>();
    for (Content content : contents) {
      expect(content, offset + values.size());
      values.add(bytes(content));
    }
    driver.ride(Packs.of(values, offset, arrival));
    // The driver's next record has the next offset, as if a pack were one record.
    reached = Math.max(reached, offset + contents.size());
    offset++;
  }

  private void read(int records) {
    offset += records;
    reached = Math.max(reached, offset);
  }

  private void expect(Content content, long at) {
    if (content instanceof RideAt ride) {
      oracle.ride(0, at, ride(ride), arrival);
    } else {
      oracle.unreadable(0, at);
    }
  }

  private void promise(Watermark mark) {
    RideWatermark watermark =
        RideWatermark.newBuilder()
            .setFeed(mark.feed())
            .setCompleteFrom(Step.at(start, mark.from()))
            .setCompleteUntil(Step.at(start, mark.until()))
            .setRidesOffset(Math.max(0, reached + mark.ahead()))
            .setSentAt(arrival)
            .setRetired(mark.retired())
            .build();
    oracle.watermark(0, watermark);
    driver.watermark(watermark);
  }

  private void restart() {
    driver = driver.restart(setup);
    driver.arriveAt(arrival.toString());
    offset = 0; // the driver counts from the beginning, the state does not
  }

  private byte @Nullable [] bytes(Content content) {
    if (content instanceof RideAt ride) {
      return driver.bytes(Topics.RIDES, ride(ride));
    }
    return content instanceof Tombstone ? null : new byte[] {7, 7};
  }

  private Ride ride(RideAt at) {
    Instant began = Step.at(start, at.start());
    Integer length = at.length();
    return Ride.newBuilder()
        .setRideId(at.id())
        .setCommunity(at.community())
        .setStartedAt(began)
        .setEndedAt(length == null ? null : Step.at(began, length))
        .setFeed("rides")
        .build();
  }

  private Books books() {
    return ledgers.isEmpty() ? Books.EMPTY : Books.of(ledgers.get(ledgers.size() - 1));
  }
}

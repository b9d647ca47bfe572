package io.ridecast.aggregator;

import io.ridecast.aggregator.Step.Content;
import io.ridecast.aggregator.Step.Garbage;
import io.ridecast.aggregator.Step.Pack;
import io.ridecast.aggregator.Step.Restart;
import io.ridecast.aggregator.Step.RideAt;
import io.ridecast.aggregator.Step.Second;
import io.ridecast.aggregator.Step.Single;
import io.ridecast.aggregator.Step.Tombstone;
import io.ridecast.aggregator.Step.Watermark;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Makes worlds that are small enough for every kind of meeting to happen often. */
final class RandomWorlds {
  private static final int QUARTERS_OF_A_DAY = 96;
  private static final int DAYS = 6;
  private static final int MOST_STEPS = 40;
  private static final int MOST_IN_A_PACK = 6;

  /** Days around which the clocks change, years end, February has 29 days, a date is left out. */
  private static final List<World> WORLDS =
      List.of(
          new World("America/Chicago", LocalDate.of(2020, 3, 6)),
          new World("America/Chicago", LocalDate.of(2020, 10, 30)),
          new World("America/Chicago", LocalDate.of(2020, 2, 27)),
          new World("Europe/Berlin", LocalDate.of(2019, 10, 25)),
          new World("Asia/Kolkata", LocalDate.of(2019, 12, 29)),
          new World("America/Sao_Paulo", LocalDate.of(2018, 11, 2)),
          new World("Australia/Lord_Howe", LocalDate.of(2020, 4, 3)),
          new World("Pacific/Apia", LocalDate.of(2011, 12, 28)));

  private RandomWorlds() {}

  /** Where and when. */
  record World(String zone, LocalDate start) {
    ZoneId id() {
      return ZoneId.of(zone);
    }
  }

  static Arbitrary<World> worlds() {
    return Arbitraries.of(WORLDS);
  }

  static Arbitrary<List<Step>> steps() {
    return Arbitraries.frequencyOf(
            Tuple.of(10, contents().map(content -> (Step) new Single(content))),
            Tuple.of(5, packs()),
            Tuple.of(5, watermarks()),
            Tuple.of(2, Arbitraries.just((Step) new Second())),
            Tuple.of(1, Arbitraries.just((Step) new Restart())))
        .list()
        .ofMaxSize(MOST_STEPS);
  }

  private static Arbitrary<Step> packs() {
    return contents().list().ofMinSize(2).ofMaxSize(MOST_IN_A_PACK).map(Pack::new);
  }

  private static Arbitrary<Content> contents() {
    return Arbitraries.frequencyOf(
        Tuple.of(30, rides().map(ride -> (Content) ride)),
        Tuple.of(1, Arbitraries.just((Content) new Garbage())),
        Tuple.of(1, Arbitraries.just((Content) new Tombstone())));
  }

  private static Arbitrary<RideAt> rides() {
    return Combinators.combine(ids(), communities(), starts(), lengths()).as(RideAt::new);
  }

  private static Arbitrary<String> ids() {
    return Arbitraries.of("a", "b", "c", "d", "e", "f");
  }

  private static Arbitrary<String> communities() {
    return Arbitraries.frequency(
        Tuple.of(8, "1"), Tuple.of(8, "2"), Tuple.of(6, "3"), Tuple.of(1, "9"), Tuple.of(1, ""));
  }

  private static Arbitrary<Integer> starts() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.integers().between(0, DAYS * QUARTERS_OF_A_DAY)),
        Tuple.of(1, Arbitraries.of(-2_000_000, 2_000_000)));
  }

  private static Arbitrary<Integer> lengths() {
    return Arbitraries.frequencyOf(
            Tuple.of(10, Arbitraries.integers().between(0, 8)),
            Tuple.of(2, Arbitraries.integers().between(-5, -1)),
            Tuple.of(1, Arbitraries.just(2 * QUARTERS_OF_A_DAY)))
        .injectNull(0.2);
  }

  private static Arbitrary<Step> watermarks() {
    Arbitrary<Integer> quarters = Arbitraries.integers().between(0, (DAYS + 2) * 96);
    return Combinators.combine(
            Arbitraries.frequency(Tuple.of(6, "rides"), Tuple.of(6, "other"), Tuple.of(1, "alien")),
            quarters,
            quarters,
            Arbitraries.frequency(
                Tuple.of(6, 0), Tuple.of(1, 1), Tuple.of(1, 2), Tuple.of(1, 5), Tuple.of(1, -3)),
            Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true)))
        .as(
            (feed, one, other, ahead, retired) ->
                new Watermark(feed, Math.min(one, other), Math.max(one, other), ahead, retired));
  }
}

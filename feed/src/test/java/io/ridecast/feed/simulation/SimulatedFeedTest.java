package io.ridecast.feed.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.feed.FeedConfig;
import io.ridecast.feed.pace.Pace;
import io.ridecast.feed.pace.SteadyPace;
import io.ridecast.feed.report.FeedPlan;
import io.ridecast.feed.report.FeedProgress;
import io.ridecast.feed.report.FeedReport;
import io.ridecast.feed.sending.FakeBroker;
import io.ridecast.records.DailyWeather;
import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import io.ridecast.records.WeatherKind;
import io.ridecast.runtime.kafka.KafkaConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulatedFeedTest {
  private static final InstantSource WALL = InstantSource.fixed(FakeBroker.NOW);
  private static final Simulation SMALL =
      Simulation.usual().withHistoryDays(5).withRidesPerDay(200).withLiveDays(2);
  private static final Instant LIVE = Instant.parse("2024-06-04T07:00:00Z");
  private static final Instant END = Instant.parse("2024-06-06T07:00:00Z");

  private final FakeBroker broker = new FakeBroker();

  @Test
  void shouldSendTheHistoryAtOnceAndThenHourByHour() {
    List<Instant> hours = new ArrayList<>();
    FeedReport report = feed(SMALL, new LiveNotes(hours, Instant.MAX, pace()));

    List<RideWatermark> marks = broker.watermarks(0);
    assertThat(marks.get(0))
        .isEqualTo(new RideWatermark("rides", null, null, 0L, LIVE, WALL.instant(), false));
    assertThat(marks.get(1).getCompleteFrom()).isEqualTo("2024-05-30T05:00:00Z");
    assertThat(marks.get(1).getCompleteUntil()).isEqualTo(LIVE);
    assertThat(hours).hasSize(48).last().isEqualTo(END);
    assertThat(marks).hasSize(2 + 48);
    assertThat(report.rows()).isEqualTo(report.sent()).isEqualTo(broker.rides().size());
    assertThat(report.completeUntil()).contains(END);
  }

  @Test
  void shouldSendExactlyTheCitysRides() {
    feed(SMALL, FeedProgress.SILENT);

    List<Ride> expected = new ArrayList<>();
    SimulatedCity city = new SimulatedCity("rides", SMALL.seed(), SMALL.ridesPerDay());
    Set<String> stillToCome = new HashSet<>();
    SMALL
        .firstDay()
        .datesUntil(SMALL.firstLiveDay().plusDays(3))
        .forEach(
            date ->
                city.day(
                    date,
                    (ride, arrivesAt) -> {
                      if (arrivesAt < END.toEpochMilli()) {
                        expected.add(ride);
                      } else {
                        stillToCome.add(ride.getRideId());
                      }
                    }));
    assertThat(broker.rides()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(stillToCome).isNotEmpty();
  }

  @Test
  void shouldSendWhatTheWeatherServiceIssuesMeanwhile() {
    feed(SMALL, FeedProgress.SILENT);

    List<DailyWeather> weather = broker.weather();
    assertThat(weather)
        .filteredOn(report -> report.getKind() == WeatherKind.OBSERVED)
        .extracting(DailyWeather::getDate)
        .containsExactlyElementsOf(
            SMALL.firstDay().datesUntil(SMALL.firstLiveDay().plusDays(2)).toList());
    assertThat(weather).hasSize(7 * (SimulatedWeather.DAYS_AHEAD + 1));
    // Before the day that it speaks of can close.
    assertThat(broker.records().indexOf(weather.get(weather.size() - 1)))
        .isLessThan(broker.records().size() - 3 * FakeBroker.PARTITIONS);
  }

  @Test
  void shouldGoOnWhereItWasStoppedWithoutLosingARide() {
    feed(SMALL, FeedProgress.SILENT);
    Set<String> whole = new HashSet<>();
    broker.rides().forEach(ride -> whole.add(ride.getRideId()));
    FakeBroker other = new FakeBroker();
    Pace pace = pace();
    Instant stop = Instant.parse("2024-06-04T20:00:00Z");

    FeedReport stopped = feed(other, SMALL, new LiveNotes(new ArrayList<>(), stop, pace), pace);
    FeedReport resumed = feed(other, SMALL, FeedProgress.SILENT, pace());

    assertThat(stopped.stopped()).isTrue();
    assertThat(stopped.completeUntil()).contains(stop);
    assertThat(resumed.completeUntil()).contains(END);
    Set<String> both = new HashSet<>();
    other.rides().forEach(ride -> both.add(ride.getRideId()));
    assertThat(both).isEqualTo(whole);
    assertThat(stopped.sent() + resumed.sent()).isEqualTo(broker.rides().size());
  }

  @Test
  void shouldNotSendAgainWhatWasPromisedToItsEnd() {
    feed(SMALL, FeedProgress.SILENT);
    int before = broker.records().size();

    FeedReport report = feed(SMALL, FeedProgress.SILENT);

    assertThat(report.sent()).isZero();
    assertThat(report.stopped()).isFalse();
    assertThat(broker.records()).hasSize(before);
  }

  @Test
  void shouldEstimateItsHistoryForTheProgressBar() {
    List<FeedPlan> plans = new ArrayList<>();
    List<Long> history = new ArrayList<>();
    FeedProgress progress =
        new FeedProgress() {
          @Override
          public void begins(FeedPlan plan) {
            plans.add(plan);
          }

          @Override
          public void historySent(long rides) {
            history.add(rides);
          }
        };

    feed(SMALL, progress);

    assertThat((double) plans.get(0).rows() / history.get(0)).isBetween(0.8, 1.25);
    assertThat(plans.get(0).firstDay()).isEqualTo("2024-05-30");
    assertThat(plans.get(0).lastDay()).isEqualTo("2024-06-03");
  }

  @Test
  void shouldRefuseACityWithoutHistoryOrRides() {
    assertThatThrownBy(() -> SMALL.withHistoryDays(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SMALL.withRidesPerDay(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private FeedReport feed(Simulation simulation, FeedProgress progress) {
    return feed(broker, simulation, progress, pace());
  }

  private static FeedReport feed(
      FakeBroker broker, Simulation simulation, FeedProgress progress, Pace pace) {
    FeedConfig config = FeedConfig.of(KafkaConfig.plain("unused:9092"));
    try (SimulatedFeed feed =
        new SimulatedFeed(
            config, simulation, () -> broker.sender(config.name()), WALL, pace, progress)) {
      return feed.run();
    }
  }

  private static Pace pace() {
    return new SteadyPace(WALL, Duration.ZERO);
  }

  /** Notes the live hours, and stops the pace at one of them. */
  private record LiveNotes(List<Instant> hours, Instant stop, Pace pace) implements FeedProgress {
    @Override
    public void live(Instant until, long rides) {
      hours.add(until);
      if (!until.isBefore(stop)) {
        pace.stop();
      }
    }
  }
}

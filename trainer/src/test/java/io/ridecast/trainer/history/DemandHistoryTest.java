package io.ridecast.trainer.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.schemas.topics.DemandKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DemandHistoryTest {
  private static final LocalDate DAY = LocalDate.of(2020, 9, 1);

  private final Catalogue catalogue = Catalogue.chicago();
  private final DemandHistory history = new DemandHistory(catalogue);

  @Test
  void shouldBeEmptyBeforeAnyDayIsClosed() {
    assertThat(history.closed()).isEmpty();

    apply("6", DAY, 5, DemandStatus.OPEN);

    assertThat(history.closed()).isEmpty();
  }

  @Test
  void shouldEndWithTheLastDayThatIsClosedForAll() {
    apply("6", DAY, 5, DemandStatus.CLOSED);
    apply("6", DAY.plusDays(1), 6, DemandStatus.CLOSED);
    apply("8", DAY, 50, DemandStatus.CLOSED);
    apply("8", DAY.plusDays(1), 1, DemandStatus.OPEN);

    ClosedHistory closed = history.closed().orElseThrow();

    assertThat(closed.last()).isEqualTo(DAY);
    assertThat(closed.days()).isEqualTo(1);
    assertThat(closed.panel().city()).isEqualTo(DemandSeries.of(DAY, 55));
  }

  @Test
  void shouldTakeRevisionsOver() {
    apply("6", DAY, 5, DemandStatus.CLOSED);
    long before = history.changes();
    apply("6", DAY, 7, DemandStatus.CLOSED);

    assertThat(series("6").at(DAY)).isEqualTo(7);
    assertThat(history.changes()).isGreaterThan(before);
  }

  @Test
  void shouldKeepDaysWithoutServiceMissing() {
    apply("6", DAY, 5, DemandStatus.CLOSED);
    apply("6", DAY.plusDays(1), 0, DemandStatus.OUT_OF_SERVICE);
    apply("6", DAY.plusDays(2), 0, DemandStatus.CLOSED);

    ClosedHistory closed = history.closed().orElseThrow();

    assertThat(closed.days()).isEqualTo(2);
    assertThat(series("6")).isEqualTo(DemandSeries.of(DAY, 5, Float.NaN, 0));
  }

  @Test
  void shouldCountDaysOutOfServiceAsKnownForThatCommunityOnly() {
    apply("6", DAY, 5, DemandStatus.CLOSED);
    apply("8", DAY, 0, DemandStatus.OUT_OF_SERVICE);

    ClosedHistory closed = history.closed().orElseThrow();

    assertThat(closed.days()).isEqualTo(1);
    assertThat(closed.panel().city().at(DAY)).isEqualTo(5);
  }

  @Test
  void shouldLeaveOutACommunityThatStartsLater() {
    apply("6", DAY, 5, DemandStatus.CLOSED);
    apply("8", DAY.plusDays(3), 9, DemandStatus.CLOSED);

    ClosedHistory closed = history.closed().orElseThrow();

    assertThat(closed.last()).isEqualTo(DAY);
    assertThat(closed.panel().demand(catalogue.byKey("8").orElseThrow())).isEmpty();
  }

  @Test
  void shouldForgetADayThatWasTakenBack() {
    apply("6", DAY, 5, DemandStatus.CLOSED);
    apply("6", DAY.plusDays(1), 5, DemandStatus.CLOSED);
    history.apply(DemandKey.of("6", DAY.plusDays(1)), null);

    assertThat(history.closed().orElseThrow().last()).isEqualTo(DAY);
  }

  @Test
  void shouldPassOverCommunitiesThatAreNotInTheCatalogue() {
    apply("4711", DAY, 5, DemandStatus.CLOSED);

    assertThat(history.closed()).isEmpty();
    assertThat(history.changes()).isZero();
  }

  @Test
  void shouldHoldDaysInWhateverOrderTheyCome() {
    Random random = new Random(3);
    LocalDate first = DAY.minusDays(500);
    int[] order = random.ints(0, 1000).distinct().limit(1000).toArray();
    for (int day : order) {
      apply("6", first.plusDays(day), day, DemandStatus.CLOSED);
    }

    DemandSeries series = series("6");

    assertThat(series.first()).isEqualTo(first);
    assertThat(series.length()).isEqualTo(1000);
    for (int day = 0; day < 1000; day++) {
      assertThat(series.at(first.plusDays(day))).isEqualTo(day);
    }
  }

  @Test
  void shouldDescribeItself() {
    apply("6", DAY, 5, DemandStatus.CLOSED);
    apply("8", DAY, 50, DemandStatus.CLOSED);

    assertThat(history.closed().orElseThrow().phrase())
        .isEqualTo("1 closed days, 2020-09-01 to 2020-09-01, 2 communities, 55 rides");
  }

  private DemandSeries series(String community) {
    return history
        .closed()
        .orElseThrow()
        .panel()
        .demand(catalogue.byKey(community).orElseThrow())
        .orElseThrow();
  }

  private void apply(String community, LocalDate day, int rides, DemandStatus status) {
    history.apply(
        DemandKey.of(community, day),
        DailyDemand.newBuilder()
            .setCommunity(community)
            .setDate(day)
            .setRides(rides)
            .setRevision(1)
            .setStatus(status)
            .setEmittedAt(Instant.EPOCH)
            .build());
  }
}

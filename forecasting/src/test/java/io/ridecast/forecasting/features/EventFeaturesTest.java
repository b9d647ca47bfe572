package io.ridecast.forecasting.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.forecasting.series.DemandSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFeaturesTest {
  private static final Community COMMUNITY = Catalogue.chicago().communities().get(0);
  private static final LocalDate FIRST = LocalDate.of(2023, 4, 1);
  private static final LocalDate ORIGIN = LocalDate.of(2024, 4, 10);

  @TempDir private Path folder;

  @Test
  void shouldCountEventsAroundTheTarget() throws IOException {
    Circumstances circumstances = events("2024-04-12,Fair,\n2024-04-13,Fair,\n2024-04-13,Race,");

    assertThat(value(flat(), circumstances, 2, FeatureColumn.EVENTS)).isEqualTo(1);
    assertThat(value(flat(), circumstances, 2, FeatureColumn.EVENTS_AFTER)).isEqualTo(2);
    assertThat(value(flat(), circumstances, 4, FeatureColumn.EVENTS_BEFORE)).isEqualTo(2);
    assertThat(value(flat(), circumstances, 4, FeatureColumn.EVENTS)).isZero();
  }

  @Test
  void shouldTellWhatCameOfEarlierEventsOfThatName() throws IOException {
    DemandSeries demand = flat().with(LocalDate.of(2023, 5, 20), 300);
    Circumstances circumstances = events("2023-05-20,Fair,\n2024-04-12,Fair,\n2024-04-13,Race,");

    assertThat(value(demand, circumstances, 2, FeatureColumn.EVENT_EFFECT))
        .isCloseTo(3, within(0.02f));
    assertThat(value(demand, circumstances, 2, FeatureColumn.CITY_EVENT_EFFECT))
        .isCloseTo(3, within(0.02f));
    assertThat(value(demand, circumstances, 3, FeatureColumn.EVENT_EFFECT)).isNaN();
  }

  @Test
  void shouldTellACommunitysOwnEventsToItAlone() throws IOException {
    Circumstances circumstances = events("2024-04-12,Fair," + COMMUNITY.number());
    Community other = Catalogue.chicago().communities().get(1);

    assertThat(row(COMMUNITY, flat(), circumstances, 2)[FeatureColumn.EVENTS.position()])
        .isEqualTo(1);
    assertThat(row(other, flat(), circumstances, 2)[FeatureColumn.EVENTS.position()]).isZero();
  }

  @Test
  void shouldLeaveARareEventOutOfLevels() throws IOException {
    DemandSeries demand = flat().with(ORIGIN.minusDays(2), 1_000);
    Circumstances circumstances = events(ORIGIN.minusDays(2) + ",Fair,");

    assertThat(base(demand, circumstances, 1)).isCloseTo(100, within(0.5));
    assertThat(base(demand, Circumstances.usual(), 1)).isGreaterThan(120);
  }

  @Test
  void shouldKeepTheLevelWhereEveryDayHasAnEvent() throws IOException {
    StringBuilder rows = new StringBuilder();
    FIRST.datesUntil(ORIGIN.plusDays(8)).forEach(day -> rows.append(day).append(",Season,\n"));

    assertThat(base(flat(), events(rows.toString()), 1)).isCloseTo(100, within(0.5));
  }

  private Circumstances events(String rows) throws IOException {
    Path file = folder.resolve("events.csv");
    Files.writeString(file, "date,name,community\n" + rows + "\n");
    return Circumstances.usual().with(EventCalendar.load(file, Catalogue.chicago()));
  }

  /** A hundred rides on each day up to the origin. */
  private static DemandSeries flat() {
    float[] rides = new float[(int) (ORIGIN.toEpochDay() - FIRST.toEpochDay()) + 1];
    Arrays.fill(rides, 100);
    return DemandSeries.of(FIRST, rides);
  }

  private static double base(DemandSeries demand, Circumstances circumstances, int lead) {
    return new FeatureRows(COMMUNITY, demand, CityState.at(ORIGIN, demand, circumstances))
        .base(lead);
  }

  private static float value(
      DemandSeries demand, Circumstances circumstances, int lead, FeatureColumn column) {
    return row(COMMUNITY, demand, circumstances, lead)[column.position()];
  }

  private static float[] row(
      Community community, DemandSeries demand, Circumstances circumstances, int lead) {
    float[] row = new float[FeatureList.size()];
    new FeatureRows(community, demand, CityState.at(ORIGIN, demand, circumstances))
        .fill(lead, row, 0);
    return row;
  }
}

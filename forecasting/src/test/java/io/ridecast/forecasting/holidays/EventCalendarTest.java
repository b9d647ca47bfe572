package io.ridecast.forecasting.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCalendarTest {
  private static final Catalogue CATALOGUE = Catalogue.chicago();
  private static final Community LAKE_VIEW = CATALOGUE.find("Lake View").orElseThrow();
  private static final Community LOOP = CATALOGUE.find("Loop").orElseThrow();
  private static final EventCalendar EVENTS =
      EventCalendar.parse(
          "events.csv",
          """
          date,name,community,remark
          2023-08-03,Lollapalooza,,four days
          2024-08-01,LOLLAPALOOZA ,,four days
          2024-08-01,Home game,lake view,
          2024-08-05,home game,6,
          """,
          CATALOGUE);

  @Test
  void shouldCountWhatConcernsACommunity() {
    long day = LocalDate.of(2024, 8, 1).toEpochDay();

    assertThat(EVENTS.of(LAKE_VIEW).count(day)).isEqualTo(2);
    assertThat(EVENTS.of(LAKE_VIEW).count(day + 4)).isEqualTo(1);
    assertThat(EVENTS.of(LOOP).count(day)).isEqualTo(1);
    assertThat(EVENTS.of(LOOP).count(day + 4)).isZero();
    assertThat(EVENTS.cityWide().count(day)).isEqualTo(1);
    assertThat(EVENTS.size()).isEqualTo(4);
  }

  @Test
  void shouldFindEarlierDaysOfTheSameName() {
    long day = LocalDate.of(2024, 8, 1).toEpochDay();

    assertThat(EVENTS.of(LAKE_VIEW).earlier(day + 4)).containsExactly(day);
    assertThat(EVENTS.of(LOOP).earlier(day)).containsExactly(LocalDate.of(2023, 8, 3).toEpochDay());
    assertThat(EVENTS.of(LOOP).earlier(day + 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date,name\\n01.08.2024,Fair|line 2, column date: '01.08.2024' is not a date",
        "date,name\\n2024-08-01,Fair\\n2024-08-02,|line 3, column name: '' is no name",
        "date,name,community\\n2024-08-01,Fair,Lak View|line 2, column community: 'Lak View' is not"
            + " in the catalogue; the nearest there: LAKE VIEW",
        "day,name\\n2024-08-01,Fair|line 1: missing column date",
      })
  void shouldNameLineAndColumnOfAnError(String text, String problem) {
    assertThatThrownBy(
            () -> EventCalendar.parse("events.csv", text.replace("\\n", "\n"), CATALOGUE))
        .isInstanceOf(InvalidEvents.class)
        .hasMessageStartingWith("events.csv, " + problem);
  }

  @Test
  void shouldWriteTheSameDaysAlike() {
    String text =
        """
        date,name,community
        2023-08-03,"lollapalooza",
        2024-08-01,"home game",6
        2024-08-01,"lollapalooza",
        2024-08-05,"home game",6
        """;

    assertThat(EVENTS.text()).isEqualTo(text);
    assertThat(EventCalendar.parse("events.csv", text, CATALOGUE).text()).isEqualTo(text);
  }

  @Test
  void shouldWriteNamesThatHoldQuotesAndCommas() {
    String text = "date,name,community\n2024-08-01,\"the \"\"taste\"\", first day\",\n";

    assertThat(EventCalendar.parse("events.csv", text, CATALOGUE).text()).isEqualTo(text);
  }

  @Test
  void shouldNameAFileThatIsNotThere() {
    assertThatThrownBy(() -> EventCalendar.load(Path.of("no-events.csv"), CATALOGUE))
        .isInstanceOf(InvalidEvents.class)
        .hasMessageContaining("no-events.csv: there is no such file");
  }
}

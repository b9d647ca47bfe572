package io.ridecast.forecasting.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceCalendarTest {
  private static final Community LAKE_VIEW = Catalogue.chicago().find("6").orElseThrow();
  private static final Community LOOP = Catalogue.chicago().find("LOOP").orElseThrow();

  private static final String FILE =
      """
      community,from,to
      *,2019-10-16,2020-08-11
      32,2019-06-15,2019-10-15
      6,2021-01-01,
      6,,2018-12-31
      """;

  @ParameterizedTest
  @CsvSource({
    "2019-10-15,true,false",
    "2019-10-16,false,false",
    "2020-08-11,false,false",
    "2020-08-12,true,true",
    "2019-06-14,true,true",
    "2019-06-15,true,false",
    "2018-12-31,false,true",
    "2019-01-01,true,true",
    "2020-12-31,true,true",
    "2021-01-01,false,true",
    "2035-01-01,false,true"
  })
  void shouldMarkDaysOutOfService(LocalDate day, boolean lakeView, boolean loop) {
    ServiceCalendar calendar = ServiceCalendar.parse("calendar.csv", FILE);

    assertThat(calendar.inService(LAKE_VIEW, day)).isEqualTo(lakeView);
    assertThat(calendar.inService(LOOP, day)).isEqualTo(loop);
  }

  @Test
  void shouldAlwaysServeWithoutAFile() {
    assertThat(ServiceCalendar.always().inService(LOOP, LocalDate.MIN)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LOOP,2019-10-16,2020-08-11 | line 2: community 'LOOP' is neither a number nor *",
        "*,2020-08-11,2019-10-16 | line 2: to lies before from",
        "*,16.10.2019, | line 2: from '16.10.2019' is not a date",
      })
  void shouldNameTheLineOfABadRow(String row, String message) {
    assertThatThrownBy(() -> ServiceCalendar.parse("calendar.csv", "community,from,to\n" + row))
        .isInstanceOf(InvalidServiceCalendar.class)
        .hasMessageContaining("calendar.csv, " + message);
  }

  @Test
  void shouldReadAFileAndNameAMissingOne(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("calendar.csv"), FILE);

    assertThat(ServiceCalendar.load(file).inService(LOOP, LocalDate.of(2020, 1, 1))).isFalse();
    assertThatThrownBy(() -> ServiceCalendar.load(folder.resolve("none.csv")))
        .isInstanceOf(InvalidServiceCalendar.class)
        .hasMessageContaining("none.csv");
  }
}

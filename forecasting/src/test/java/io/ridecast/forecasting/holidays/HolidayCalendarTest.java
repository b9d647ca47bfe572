package io.ridecast.forecasting.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayCalendarTest {
  @ParameterizedTest
  @CsvSource({
    "2017-01-01,NEW_YEAR",
    "2017-01-02,OBSERVED",
    "2017-01-16,MARTIN_LUTHER_KING",
    "2017-02-20,PRESIDENTS_DAY",
    "2017-05-29,MEMORIAL_DAY",
    "2020-06-19,ORDINARY",
    "2023-06-19,JUNETEENTH",
    "2017-07-03,INDEPENDENCE_EVE",
    "2017-07-04,INDEPENDENCE_DAY",
    "2020-07-03,INDEPENDENCE_EVE",
    "2021-07-05,OBSERVED",
    "2017-09-04,LABOUR_DAY",
    "2016-11-11,VETERANS_DAY",
    "2017-10-09,COLUMBUS_DAY",
    "2024-10-14,COLUMBUS_DAY",
    "2017-11-22,THANKSGIVING_EVE",
    "2017-11-23,THANKSGIVING",
    "2017-11-24,DAY_AFTER_THANKSGIVING",
    "2017-12-24,CHRISTMAS_EVE",
    "2017-12-25,CHRISTMAS",
    "2017-12-26,BETWEEN_THE_YEARS",
    "2017-12-30,BETWEEN_THE_YEARS",
    "2017-12-31,NEW_YEARS_EVE",
    "2016-02-29,ORDINARY",
    "2017-12-23,ORDINARY",
    "2017-10-31,ORDINARY"
  })
  void shouldNameTheDay(LocalDate day, HolidayCode code) {
    assertThat(HolidayCalendar.unitedStates().code(day)).isEqualTo(code);
    assertThat(HolidayCalendar.unitedStates().code(day.toEpochDay())).isEqualTo(code);
  }

  @Test
  void shouldKeepItsCodes() {
    assertThat(HolidayCode.ORDINARY.code()).isZero();
    assertThat(HolidayCode.CHRISTMAS.code()).isEqualTo(19);
    assertThat(HolidayCode.ORDINARY.unusual()).isFalse();
    assertThat(HolidayCode.CHRISTMAS_EVE.unusual()).isTrue();
  }
}

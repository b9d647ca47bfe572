package io.ridecast.forecasting.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyFileTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 8, 12);

  @TempDir Path folder;

  @Test
  void shouldReadNumbersAndNamesInAnyOrderOfColumns() throws IOException {
    DailyCounts counts =
        read("\uFEFFdate;rides;Community\n2020-08-12;7;6\n2020-08-13;2;lake view\n");

    DemandSeries demand = series(counts, AbsentDays.ZERO, "6");

    assertThat(demand).isEqualTo(DemandSeries.of(FIRST, 7, 2));
  }

  @Test
  void shouldTakeAbsentDaysAsZeroFromACommunitysFirstDayToTheFilesLast() throws IOException {
    DailyCounts counts =
        read("community,date,rides\n6,2020-08-12,7\n6,2020-08-14,2\n7,2020-08-13,4\n");

    assertThat(counts.absentDays(FIRST.plusDays(5))).isEqualTo(AbsentDays.ZERO);
    assertThat(series(counts, AbsentDays.ZERO, "6")).isEqualTo(DemandSeries.of(FIRST, 7, 0, 2));
    assertThat(series(counts, AbsentDays.ZERO, "7"))
        .isEqualTo(DemandSeries.of(FIRST.plusDays(1), 4, 0));
  }

  @Test
  void shouldTakeAbsentDaysAsUnknownWhereZerosAreWrittenDown() throws IOException {
    DailyCounts counts =
        read("community,date,rides\n6,2020-08-12,0\n6,2020-08-14,2\n7,2020-08-13,\n");

    assertThat(counts.absentDays(FIRST)).isEqualTo(AbsentDays.MISSING);
    assertThat(series(counts, AbsentDays.MISSING, "6"))
        .isEqualTo(DemandSeries.of(FIRST, 0, Float.NaN, 2));
  }

  @Test
  void shouldTakeADayThatNoCommunityHasAsUnknown() throws IOException {
    DailyCounts counts = read("community,date,rides\n6,2020-08-12,7\n6,2020-08-14,2\n");

    assertThat(series(counts, AbsentDays.ZERO, "6"))
        .isEqualTo(DemandSeries.of(FIRST, 7, Float.NaN, 2));
  }

  @Test
  void shouldPassOverAndCountCommunitiesThatTheCatalogueLacks() throws IOException {
    DailyCounts counts = read("community,date,rides\n6,2020-08-12,7\n99,2020-08-12,2\n");

    assertThat(counts.passedOver()).containsExactly(java.util.Map.entry("99", 1));
  }

  @Test
  void shouldReadWhatItHasWritten() throws IOException {
    DemandPanel panel =
        read("community,date,rides\n6,2020-08-12,7\n6,2020-08-13,0\n8,2020-08-13,5\n")
            .panel(Catalogue.chicago(), ServiceCalendar.always(), AbsentDays.MISSING);
    Path file = folder.resolve("written.csv");

    DailyFile.write(file, panel);

    assertThat(Files.readString(file))
        .isEqualTo("community,date,rides\n6,2020-08-12,7\n6,2020-08-13,0\n8,2020-08-13,5\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "community,date\\n6,2020-08-12|line 1: found the columns community,date; needed are",
        "community,date,rides\\n6,12.8.2020,7|line 2: date '12.8.2020' is not a date",
        "community,date,rides\\n6,2020-08-12,-1|line 2: rides '-1' is not a count",
        "community,date,rides\\n6,2020-08-12,1\\n6,2020-08-12,2|line 3: community 6 has another",
        "community,date,rides\\n|no count of a community of the catalogue"
      })
  void shouldSayWhatIsWrongAndWhere(String text, String problem) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOf(BacktestRefused.class)
        .hasMessageContaining(problem);
  }

  @Test
  void shouldSayWhichFileIsMissing() {
    Path file = folder.resolve("nowhere.csv");

    assertThatThrownBy(() -> DailyFile.read(file, Catalogue.chicago()))
        .isInstanceOf(BacktestRefused.class)
        .hasMessageContaining("nowhere.csv: there is no such file");
  }

  private DailyCounts read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("daily.csv"), text);
    return DailyFile.read(file, Catalogue.chicago());
  }

  private static DemandSeries series(DailyCounts counts, AbsentDays absent, String key) {
    Catalogue catalogue = Catalogue.chicago();
    return counts
        .panel(catalogue, ServiceCalendar.always(), absent)
        .demand(catalogue.byKey(key).orElseThrow())
        .orElseThrow();
  }
}

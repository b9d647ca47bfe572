package io.ridecast.forecasting.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.SyntheticCity;
import io.ridecast.forecasting.training.TinyTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {
  private static final DemandPanel PANEL = SyntheticCity.panel(4, 110, 5);

  /** The 90th day of the history. */
  private static final LocalDate FROM = SyntheticCity.FIRST.plusDays(89);

  private static final LocalDate TO = SyntheticCity.FIRST.plusDays(109);
  private static final List<LocalDate> FITS = new ArrayList<>();
  private static BacktestResult result;

  @BeforeAll
  static void run() {
    result = backtest(FROM, TO.plusDays(9)).run(new Fits());
  }

  @Test
  void shouldForecastEveryCommunityFromEveryOriginThreeDaysAhead() {
    assertThat(result.communities()).hasSize(4 * 21 * 3);
    assertThat(result.city()).hasSize(21 * 3);
    assertThat(result.communities())
        .allSatisfy(
            forecast -> {
              assertThat(forecast.origin()).isBetween(FROM, TO);
              assertThat(forecast.p10()).isBetween(0.0, forecast.p50());
              assertThat(forecast.p90()).isGreaterThanOrEqualTo(forecast.p50());
              assertThat(forecast.mean()).isPositive();
            });
  }

  @Test
  void shouldLeaveWhatIsNotKnownYetWithoutAnActual() {
    assertThat(result.communities())
        .allSatisfy(
            forecast ->
                assertThat(Double.isNaN(forecast.actual()))
                    .isEqualTo(forecast.date().isAfter(PANEL.last())));
  }

  @Test
  void shouldFitOnScheduleAndRehearseBeforeTheFirstOrigin() {
    assertThat(FITS)
        .containsExactly(
            FROM.minusDays(42),
            FROM.minusDays(35),
            FROM.minusDays(28),
            FROM.minusDays(21),
            FROM.minusDays(14),
            FROM.minusDays(7),
            FROM,
            FROM.plusDays(7),
            FROM.plusDays(14));
  }

  @Test
  void shouldSumUpTheCommunitiesForTheCity() {
    BacktestForecast total = result.city().get(0);

    double sum =
        result.communities().stream()
            .filter(forecast -> forecast.date().equals(total.date()))
            .filter(forecast -> forecast.lead() == total.lead())
            .mapToDouble(BacktestForecast::mean)
            .sum();

    assertThat(total.mean()).isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(total.actual()).isEqualTo(PANEL.city().at(total.date()));
  }

  @Test
  void shouldTakeTheSumOfMeansAsTheCitysMedianWhereItsIntervalHoldsIt() {
    assertThat(result.city())
        .allSatisfy(
            total ->
                assertThat(total.p50())
                    .isEqualTo(Math.max(total.p10(), Math.min(total.p90(), total.mean()))));
    assertThat(result.city()).anySatisfy(total -> assertThat(total.p50()).isEqualTo(total.mean()));
  }

  @Test
  void shouldWriteTheFileThatContractsName(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("out.csv");
    BacktestForecast first = result.communities().get(0);

    BacktestFile.write(file, result.communities());

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1 + result.communities().size());
    assertThat(lines.get(0)).isEqualTo("community,origin_date,lead,date,actual,mean,p10,p50,p90");
    assertThat(lines.get(1))
        .startsWith("1,%s,1,%s,%.0f,".formatted(FROM, FROM.plusDays(1), first.actual()));
    assertThat(lines.get(lines.size() - 1)).contains(",,");
  }

  @Test
  void shouldSayHowManyDaysAreMissingBeforeTheFirstOrigin() {
    assertThatThrownBy(() -> backtest(FROM.minusDays(3), TO))
        .isInstanceOf(BacktestRefused.class)
        .hasMessageContaining("holds 87 days of demand and a backtest needs 90")
        .hasMessageContaining("begin 3 days later");
  }

  @Test
  void shouldRefuseASpanWithoutDays() {
    assertThatThrownBy(() -> backtest(TO.plusDays(1), TO.plusDays(2)))
        .isInstanceOf(BacktestRefused.class)
        .hasMessageContaining("lies behind the last day with demand");
    assertThatThrownBy(() -> backtest(TO, FROM)).isInstanceOf(BacktestRefused.class);
  }

  private static Backtest backtest(LocalDate from, LocalDate to) {
    return new Backtest(
        PANEL,
        ServiceCalendar.always(),
        new BacktestPlan(from, to, 7, 40, TinyTraining.PARAMETERS));
  }

  private static final class Fits implements BacktestListener {
    @Override
    public void fitting(LocalDate origin) {
      FITS.add(origin);
    }
  }
}

package io.ridecast.forecasting.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.calibration.Calibration;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.features.CityShares;
import io.ridecast.forecasting.measures.Coverage;
import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.model.ForecastInput;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.ColdForecast;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.HeldOutCalibration;
import io.ridecast.forecasting.training.HeldOutDays;
import io.ridecast.forecasting.training.HeldOutForecasts;
import io.ridecast.forecasting.training.ModelTraining;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.forecasting.training.SyntheticCity;
import io.ridecast.forecasting.training.TinyTraining;
import io.ridecast.forecasting.training.TrainingParameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A community that has just opened, or opened again, from the training to the forecast. */
class ColdStartForecastTest {
  private static final DemandPanel PANEL = SyntheticCity.panel(20, 240, 4);
  private static final LocalDate ORIGIN = PANEL.last();
  private static final TrainingParameters PARAMETERS = TinyTraining.PARAMETERS;
  private static final ModelBundle BUNDLE =
      new ModelTraining().train(PANEL, PARAMETERS, ProgressListener.NONE).bundle();

  /** In the midst of the others. */
  private static final Community NEW = PANEL.catalogue().communities().get(20);

  private static final double NEIGHBOURS =
      BUNDLE.shares().expected(NEW) * mean(PANEL.city(), ORIGIN);

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void shouldForecastACommunityWithoutHistoryFromItsNeighbours(int firstLead) {
    List<DayForecast> days = forecast(DemandSeries.of(ORIGIN, Float.NaN), firstLead);

    assertThat(sum(days) / 3).isBetween(0.4 * NEIGHBOURS, 2.5 * NEIGHBOURS);
    assertThat(days)
        .allSatisfy(
            day -> {
              assertThat(day.p10()).isLessThanOrEqualTo(day.p50()).isLessThan(0.75 * day.mean());
              assertThat(day.p90()).isGreaterThan(1.4 * day.mean());
            });
  }

  @Test
  void shouldFollowItsOwnDaysAsTheyCome() {
    float own = (float) (6 * NEIGHBOURS);
    double last = sum(forecast(DemandSeries.of(ORIGIN, Float.NaN), 1)) / 3;
    for (int known : new int[] {1, 6, 28}) {
      double mean = sum(forecast(steady(known, own), 1)) / 3;

      assertThat(mean).isGreaterThan(last);
      last = mean;
    }
    assertThat(last).isBetween(0.6 * own, 1.6 * own);
  }

  @Test
  void shouldNarrowTheIntervalAsItsDaysCome() {
    Community seasoned = PANEL.catalogue().communities().get(10);
    DemandSeries whole = PANEL.demand(seasoned).orElseThrow();
    double last = Double.POSITIVE_INFINITY;
    for (int known : new int[] {0, 5, 60}) {
      DemandSeries few =
          known == 0
              ? DemandSeries.of(ORIGIN, Float.NaN)
              : DemandSeries.of(
                  ORIGIN.minusDays(known - 1L),
                  whole.window(ORIGIN.toEpochDay() - known + 1, known));

      double width = width(forecast(seasoned, few, 1));

      assertThat(width).isLessThan(last);
      last = width;
    }
  }

  @Test
  void shouldForecastWhatOpensAgainFromItsNeighboursNotFromItsLastDays() {
    float[] rides = new float[200];
    Arrays.fill(rides, (float) (20 * NEIGHBOURS));
    Arrays.fill(rides, 60, 200, Float.NaN);
    DemandSeries reopened = DemandSeries.of(ORIGIN.minusDays(199), rides);

    assertThat(sum(forecast(reopened, 1)) / 3).isBetween(0.4 * NEIGHBOURS, 4 * NEIGHBOURS);
  }

  /**
   * Calibrated on the first half of the held-out days, judged on the second. Over 16 such cities
   * these intervals hold 79, 69 and 71 % of so few days, with standard deviations of 2, 5 and 4.
   */
  @ParameterizedTest
  @CsvSource({"0,0,0.7", "1,6,0.58", "7,13,0.58"})
  void shouldHoldWhatItsIntervalsPromiseOnColdStarts(int least, int most, double held) {
    HeldOutDays days = HeldOutDays.of(PANEL, PARAMETERS);
    ModelBundle candidate = new ModelTraining().candidate(PANEL, PARAMETERS, ProgressListener.NONE);
    HeldOutForecasts heldOut =
        new ModelTraining().heldOut(PANEL, candidate, days, ProgressListener.NONE);
    Calibration learnt =
        HeldOutCalibration.of(heldOut, days.first(), days.reportFrom().minusDays(1));
    Coverage coverage = new Coverage();
    Coverage usual = new Coverage();
    for (ColdForecast each : heldOut.cold()) {
      LocalDate target = each.forecast().target();
      if (!target.isBefore(days.reportFrom())
          && each.knownDays() >= least
          && each.knownDays() <= most) {
        int lead = each.forecast().lead();
        DayForecast day =
            each.forecast().raw().calibrated(target, lead, learnt.of(lead, each.knownDays()));
        coverage.add(day.p10(), day.p90(), each.forecast().actual());
        day = each.forecast().calibrated(learnt.days());
        usual.add(day.p10(), day.p90(), each.forecast().actual());
      }
    }

    assertThat(coverage.pairs()).isGreaterThan(200);
    assertThat(coverage.value()).isBetween(held, 0.92);
    if (most == 0) {
      assertThat(usual.value()).isLessThan(0.7);
    }
  }

  @Test
  void shouldKeepWhatColdStartsAreForecastFrom() throws Exception {
    ModelBundle read = ModelBundle.read(BUNDLE.bytes());

    assertThat(read.shares()).isEqualTo(BUNDLE.shares());
    assertThat(read.shares().known()).hasSize(20);
    assertThat(read.calibration().cold()).isEqualTo(BUNDLE.calibration().cold()).isNotEmpty();
    assertThat(read.shares()).isEqualTo(PANEL.sharesAt(ORIGIN));
  }

  @Test
  void shouldKeepTheWideningOfColdStartsWhereARecalibrationHasNone() {
    Calibration known = BUNDLE.calibration();

    ModelBundle recalibrated =
        BUNDLE.recalibrated(
            new Calibration(known.days(), Optional.empty(), known.city(), known.sums()));

    assertThat(recalibrated.calibration()).isEqualTo(known);
    assertThat(recalibrated.shares()).isEqualTo(BUNDLE.shares()).isNotEqualTo(CityShares.none());
  }

  private static List<DayForecast> forecast(DemandSeries demand, int firstLead) {
    return forecast(NEW, demand, firstLead);
  }

  private static List<DayForecast> forecast(
      Community community, DemandSeries demand, int firstLead) {
    ForecastInput input = new ForecastInput(community, demand, PANEL.city(), ORIGIN);
    return BUNDLE.model("1").forecast(List.of(input), firstLead).get(0);
  }

  private static double sum(List<DayForecast> days) {
    return days.stream().mapToDouble(DayForecast::mean).sum();
  }

  private static double width(List<DayForecast> days) {
    return days.stream().mapToDouble(day -> day.p90() - day.p10()).sum()
        / days.stream().mapToDouble(DayForecast::mean).sum();
  }

  private static DemandSeries steady(int days, float rides) {
    float[] same = new float[days];
    Arrays.fill(same, rides);
    return DemandSeries.of(ORIGIN.minusDays(days - 1L), same);
  }

  /** Of the last four weeks. */
  private static double mean(DemandSeries series, LocalDate origin) {
    double sum = 0;
    for (int age = 0; age < 28; age++) {
      sum += series.at(origin.minusDays(age));
    }
    return sum / 28;
  }
}

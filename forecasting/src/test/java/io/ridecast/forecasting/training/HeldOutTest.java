package io.ridecast.forecasting.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ridecast.forecasting.boosting.RawForecast;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.calibration.TotalInterval;
import io.ridecast.forecasting.measures.PairedBootstrap;
import io.ridecast.forecasting.series.ColdStart;
import io.ridecast.forecasting.series.DemandSeries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class HeldOutTest {
  private static final DemandPanel PANEL = SyntheticCity.panel(3, 130, 1);
  private static final HeldOutDays DAYS = HeldOutDays.of(PANEL, TinyTraining.PARAMETERS);
  private static final ModelBundle CANDIDATE =
      new ModelTraining().candidate(PANEL, TinyTraining.PARAMETERS, ProgressListener.NONE);
  private static final HeldOutForecasts HELD_OUT =
      new ModelTraining().heldOut(PANEL, CANDIDATE, DAYS, ProgressListener.NONE);

  @Test
  void shouldReadWhatItWrote() throws Exception {
    byte[] file = HeldOutFile.write(HELD_OUT);

    assertThat(HeldOutFile.read(file).all()).isEqualTo(HELD_OUT.all()).isNotEmpty();
    assertThat(HeldOutFile.read(file).cold()).isEqualTo(HELD_OUT.cold()).isNotEmpty();
    assertThat(HeldOutFile.write(HELD_OUT)).isEqualTo(file);
  }

  @Test
  void shouldReadAFileOfBeforeColdStartsWereHeldOut() throws Exception {
    GzippedText text =
        new GzippedText("community,target,lead,base,mean,low,median,high,naive,actual");
    text.line("6,2020-09-11,1,1.5,2.0,0.5,2.0,4.0,NaN,3.0");

    HeldOutForecasts read = HeldOutFile.read(text.bytes());

    assertThat(read.cold()).isEmpty();
    assertThat(read.all())
        .containsExactly(
            new HeldOutForecast(
                "6",
                LocalDate.of(2020, 9, 11),
                1,
                new RawForecast(1.5, 2, 0.5, 2, 4),
                Double.NaN,
                3));
  }

  @Test
  void shouldHoldOutColdStartsOfTheSameDays() {
    assertThat(HELD_OUT.cold())
        .hasSizeBetween(HELD_OUT.all().size() / 5, HELD_OUT.all().size() / 2)
        .allSatisfy(
            each -> {
              assertThat(ColdStart.is(each.knownDays())).isTrue();
              assertThat(each.forecast().target()).isBetween(DAYS.first(), PANEL.last());
            });
    assertThat(HELD_OUT.followedBy(HELD_OUT, PANEL.last()).cold())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.forecast().target()).isEqualTo(PANEL.last()));
  }

  @Test
  void shouldRefuseWhatIsNoSuchFile() {
    assertThatThrownBy(() -> HeldOutFile.read("no gzip".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> HeldOutFile.read(PanelFile.write(PANEL)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the columns are community,date,rides, not community,target,lead");
    assertThatThrownBy(() -> HeldOutFile.read(broken()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'6,yesterday,1,1,1,1,1,1,1,1' is no forecast");
  }

  @Test
  void shouldHoldOutWhatTheCandidateHasNotSeen() {
    assertThat(CANDIDATE.training()).containsEntry("last_day", DAYS.lastFitted().toString());
    assertThat(HELD_OUT.first()).contains(DAYS.first());
    assertThat(HELD_OUT.last()).contains(PANEL.last());
    assertThat(HELD_OUT.all()).allMatch(forecast -> !forecast.origin().isBefore(DAYS.lastFitted()));
  }

  @Test
  void shouldCalibrateTheCityOnTheTotalsOfItsCommunities() {
    HeldOutForecasts exact =
        HeldOutForecasts.of(
            HELD_OUT.all().stream()
                .map(forecast -> withMean(forecast, forecast.actual() / 1.25))
                .toList());

    List<TotalInterval> perRide =
        HeldOutCalibration.of(exact, DAYS.first(), DAYS.last()).city().orElseThrow().perRide();

    assertThat(perRide)
        .hasSize(7)
        .allSatisfy(
            interval -> {
              assertThat(interval.low()).isCloseTo(1.25, within(1e-9));
              assertThat(interval.high()).isCloseTo(1.25, within(1e-9));
            });
  }

  /**
   * Not of a model's own days: a month of three communities is but a few sums that know nothing of
   * each other, and held 37 to 97 % in twenty cities.
   */
  @Test
  void shouldHoldFourInFiveSumsOfThreeDaysThatErrTogether() {
    HeldOutDays days = new HeldOutDays(PANEL.first(), PANEL.first().plusDays(60), PANEL.last());

    assertThat(ModelTraining.sumCoverage(persistent(days), days).orElseThrow())
        .isCloseTo(0.8, within(0.03));
  }

  @Test
  void shouldTakeOnlyStartsWhoseThreeDaysHaveAllCome() {
    HeldOutForecasts withoutSecondDays =
        HeldOutForecasts.of(
            HELD_OUT.all().stream().filter(forecast -> forecast.lead() != 2).toList());

    assertThat(HeldOutCalibration.of(withoutSecondDays, DAYS.first(), DAYS.last()).sums())
        .isEmpty();
  }

  @Test
  void shouldCompareModelsOnTheSameDays() {
    HeldOutForecasts perfect = withMedian(HeldOutForecast::actual);
    HeldOutForecasts naive = withMedian(HeldOutForecast::naive);

    assertThat(HeldOutComparison.between(HELD_OUT, HELD_OUT).orElseThrow().ratio()).isEqualTo(1);
    assertThat(HeldOutComparison.between(perfect, HELD_OUT).orElseThrow().high()).isZero();
    assertThat(HeldOutComparison.between(HELD_OUT, naive))
        .isEqualTo(HeldOutComparison.withNaive(HELD_OUT));
    PairedBootstrap.Ratio ratio = HeldOutComparison.withNaive(HELD_OUT).orElseThrow();
    assertThat(ratio.ratio()).isCloseTo(wapeOverNaive(), within(1e-9));
    assertThat(ratio.low()).isLessThan(ratio.ratio());
    assertThat(ratio.blocks()).isBetween(8, 9);
  }

  @Test
  void shouldCompareNothingWithoutADayInCommon() {
    HeldOutForecasts none = HELD_OUT.followedBy(HELD_OUT, PANEL.last().plusDays(1));

    assertThat(none.all()).isEmpty();
    assertThat(HeldOutComparison.between(HELD_OUT, none)).isEmpty();
  }

  @Test
  void shouldSeeThatAModelSaysTheSameThroughout() {
    HeldOutForecasts constant =
        HeldOutForecasts.of(
            HELD_OUT.all().stream()
                .map(
                    each -> {
                      double base = each.raw().base();
                      return new HeldOutForecast(
                          each.community(),
                          each.target(),
                          each.lead(),
                          new RawForecast(base, 1.02 * base, 0, base, 2 * base),
                          each.naive(),
                          each.actual());
                    })
                .toList());

    assertThat(constant.constant()).isTrue();
    assertThat(HELD_OUT.constant()).isFalse();
  }

  @Test
  void shouldKeepAPanelAsItIs() throws Exception {
    LocalDate first = PANEL.first();
    DemandPanel gaps =
        DemandPanel.of(
            PANEL.catalogue(),
            Map.of(
                "6",
                DemandSeries.of(first, Float.NaN, 3, Float.NaN, Float.NaN, 0, 2.5f, Float.NaN),
                "7",
                DemandSeries.of(first.plusDays(3), 1, 2)));

    DemandPanel read = PanelFile.read(PanelFile.write(gaps), PANEL.catalogue());

    assertThat(read.city()).isEqualTo(gaps.city());
    for (String key : List.of("6", "7", "8")) {
      var community = PANEL.catalogue().byKey(key).orElseThrow();
      assertThat(read.demand(community)).isEqualTo(gaps.demand(community));
    }
  }

  @Test
  void shouldRefuseAPanelOfAnotherCatalogue() {
    GzippedText text = new GzippedText("community,date,rides");
    text.line("999,2020-01-01,4");

    assertThatThrownBy(() -> PanelFile.read(text.bytes(), PANEL.catalogue()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("community 999 is not in the catalogue");
  }

  @Test
  void shouldReadParametersBackFromTheirNames() {
    TrainingParameters parameters = TrainingParameters.defaults().withSeed(9);

    assertThat(TrainingParameters.quick().from(parameters.named())).isEqualTo(parameters);
    assertThatThrownBy(() -> parameters.from(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("parameter rounds is missing");
  }

  private static byte[] broken() {
    GzippedText text =
        new GzippedText("community,target,lead,base,mean,low,median,high,naive,actual");
    text.line("6,yesterday,1,1,1,1,1,1,1,1");
    return text.bytes();
  }

  /**
   * Right intervals of each day; a day that is busier than forecast is often followed by another.
   */
  private static HeldOutForecasts persistent(HeldOutDays days) {
    Random random = new Random(5);
    List<HeldOutForecast> forecasts = new ArrayList<>();
    for (int community = 1; community <= 77; community++) {
      double surprise = random.nextGaussian();
      Map<LocalDate, Double> rides = new HashMap<>();
      for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
        surprise = 0.6 * surprise + 0.8 * random.nextGaussian();
        rides.put(day, 100 + 10 * surprise);
      }
      RawForecast raw = new RawForecast(100, 100, 100 - 12.816, 100, 100 + 12.816);
      String key = Integer.toString(community);
      for (int lead = 1; lead <= 3; lead++) {
        for (Map.Entry<LocalDate, Double> day : rides.entrySet()) {
          forecasts.add(
              new HeldOutForecast(key, day.getKey(), lead, raw, Double.NaN, day.getValue()));
        }
      }
    }
    return HeldOutForecasts.of(forecasts);
  }

  private static double wapeOverNaive() {
    double own = 0;
    double naive = 0;
    for (HeldOutForecast each : HELD_OUT.all()) {
      if (each.lead() <= 3) {
        own += Math.abs(each.raw().median() - each.actual());
        naive += Math.abs(each.naive() - each.actual());
      }
    }
    return own / naive;
  }

  private static HeldOutForecasts withMedian(ToDoubleFunction<HeldOutForecast> median) {
    return HeldOutForecasts.of(
        HELD_OUT.all().stream()
            .map(
                each ->
                    new HeldOutForecast(
                        each.community(),
                        each.target(),
                        each.lead(),
                        new RawForecast(
                            each.raw().base(),
                            each.raw().mean(),
                            each.raw().low(),
                            median.applyAsDouble(each),
                            each.raw().high()),
                        each.naive(),
                        each.actual()))
            .toList());
  }

  private static HeldOutForecast withMean(HeldOutForecast forecast, double mean) {
    RawForecast raw = forecast.raw();
    return new HeldOutForecast(
        forecast.community(),
        forecast.target(),
        forecast.lead(),
        new RawForecast(raw.base(), mean, raw.low(), raw.median(), raw.high()),
        forecast.naive(),
        forecast.actual());
  }
}

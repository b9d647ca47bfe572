package io.ridecast.forecasting.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.calibration.Calibration;
import io.ridecast.forecasting.features.CityShares;
import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.model.ForecastInput;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A bundle of the oldest form, frozen: as long as its feature list holds it must serve. A release
 * that changes the list freezes another one with {@link OldestBundle}.
 */
class FrozenBundleTest {
  private static final String FILE = "bundle-0.1.zip";
  private static final String SHA256 =
      "311a9bf3a5e6712b3721525ab888a47f10141c5491861bcab34da1c2f49c1cd9";

  @Test
  void shouldStillServe() throws Exception {
    ModelBundle bundle = ModelBundle.read(frozen(), SHA256);
    DemandPanel panel = OldestBundle.panel();
    List<ForecastInput> inputs = panel.inputs();

    List<List<DayForecast>> forecasts = bundle.model("1").forecast(inputs, 1);

    assertThat(forecasts).hasSize(4);
    assertThat(forecasts.get(0).get(0).mean()).isBetween(50.0, 500.0);
    assertThat(forecasts.get(0).get(0).mean()).isGreaterThan(forecasts.get(3).get(0).mean());
  }

  @Test
  void shouldSpreadTheCitysTotalsAsTheSameWeekdaysDidWithoutACalibration() throws Exception {
    DemandPanel panel = OldestBundle.panel();
    ModelBundle bundle = ModelBundle.read(frozen(), SHA256);
    assertThat(bundle.calibration().city()).isEmpty();

    DayForecast day = bundle.model("1").total(panel.city(), panel.last(), 1, List.of(500.0)).get(0);

    assertThat(day.mean()).isEqualTo(500);
    assertThat(day.p10()).isBetween(0.0, 480.0);
    assertThat(day.p90()).isGreaterThan(520);
  }

  @Test
  void shouldForecastANewCommunityAsItDidBefore() throws Exception {
    DemandPanel panel = OldestBundle.panel();
    ModelBundle bundle = ModelBundle.read(frozen(), SHA256);
    assertThat(bundle.shares()).isEqualTo(CityShares.none());
    assertThat(bundle.calibration().cold()).isEmpty();
    ForecastInput opened =
        new ForecastInput(
            panel.catalogue().communities().get(5),
            DemandSeries.of(panel.last(), 30),
            panel.city(),
            panel.last());

    List<DayForecast> days = bundle.model("1").forecast(List.of(opened), 1).get(0);

    assertThat(days).allSatisfy(day -> assertThat(day.mean()).isBetween(5.0, 150.0));
  }

  @Test
  void shouldHoldOnlyWhatBundlesHeldFromTheBeginning() throws Exception {
    assertThat(OldestBundle.manifest(ModelBundle.read(frozen())).fieldNames())
        .toIterable()
        .containsExactlyElementsOf(OldestBundle.PARTS);
  }

  @Test
  void shouldBeFrozenAnewWithoutWhatCameLater() throws Exception {
    ModelBundle full = OldestBundle.trained();
    assertThat(full.calibration().cold()).isPresent();
    assertThat(full.calibration().city()).isPresent();
    assertThat(full.calibration().sums()).isPresent();
    assertThat(full.shares()).isNotEqualTo(CityShares.none());

    ModelBundle oldest = OldestBundle.of(full);

    assertThat(oldest.calibration())
        .isEqualTo(
            new Calibration(
                full.calibration().days(), Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(oldest.shares()).isEqualTo(CityShares.none());
    assertThat(oldest.meanBooster()).isEqualTo(full.meanBooster());
    assertThat(OldestBundle.manifest(oldest).fieldNames())
        .toIterable()
        .containsExactlyElementsOf(OldestBundle.PARTS);
  }

  private static byte[] frozen() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FrozenBundleTest.class.getResourceAsStream(FILE), FILE)) {
      return in.readAllBytes();
    }
  }
}

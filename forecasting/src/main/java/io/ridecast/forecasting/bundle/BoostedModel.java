package io.ridecast.forecasting.bundle;

import io.ridecast.forecasting.boosting.RatioBoosters;
import io.ridecast.forecasting.boosting.RawForecast;
import io.ridecast.forecasting.calibration.Calibration;
import io.ridecast.forecasting.calibration.CityCalibration;
import io.ridecast.forecasting.features.CityShares;
import io.ridecast.forecasting.features.CityState;
import io.ridecast.forecasting.features.FeatureList;
import io.ridecast.forecasting.features.FeatureRows;
import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.model.ForecastInput;
import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Base level times the boosters' ratios, with calibrated intervals. */
final class BoostedModel implements ForecastModel {
  private final String version;
  private final RatioBoosters boosters;
  private final CityShares shares;
  private final Calibration calibration;

  BoostedModel(String version, RatioBoosters boosters, CityShares shares, Calibration calibration) {
    this.version = version;
    this.boosters = boosters;
    this.shares = shares;
    this.calibration = calibration;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public List<List<DayForecast>> forecast(List<ForecastInput> inputs, int firstLead) {
    ForecastModel.checkFirstLead(firstLead);
    Batch batch = new Batch(inputs, firstLead, shares);
    float[] ratios = boosters.predict(batch.rows, inputs.size() * DAYS);
    List<List<DayForecast>> forecasts = new ArrayList<>(inputs.size());
    for (int index = 0; index < inputs.size(); index++) {
      List<DayForecast> days = new ArrayList<>(DAYS);
      for (int day = 0; day < DAYS; day++) {
        int row = index * DAYS + day;
        days.add(
            RawForecast.of(batch.bases[row], ratios, row)
                .calibrated(
                    inputs.get(index).origin().plusDays(firstLead + day),
                    firstLead + day,
                    calibration.of(firstLead + day, batch.knownDays[index])));
      }
      forecasts.add(List.copyOf(days));
    }
    return List.copyOf(forecasts);
  }

  @Override
  public float[][][] features(List<ForecastInput> inputs, int firstLead) {
    ForecastModel.checkFirstLead(firstLead);
    Batch batch = new Batch(inputs, firstLead, shares);
    float[][][] features = new float[inputs.size()][DAYS][];
    for (int index = 0; index < inputs.size(); index++) {
      for (int day = 0; day < DAYS; day++) {
        int offset = (index * DAYS + day) * FeatureList.size();
        features[index][day] = Arrays.copyOfRange(batch.rows, offset, offset + FeatureList.size());
      }
    }
    return features;
  }

  @Override
  public List<DayForecast> total(
      DemandSeries city, LocalDate origin, int firstLead, List<Double> means) {
    if (calibration.city().isEmpty()) {
      return ForecastModel.super.total(city, origin, firstLead, means);
    }
    ForecastModel.checkFirstLead(firstLead);
    CityCalibration learnt = calibration.city().get();
    List<DayForecast> days = new ArrayList<>(means.size());
    for (int day = 0; day < means.size(); day++) {
      int lead = firstLead + day;
      days.add(learnt.forecast(origin.plusDays(lead), lead, means.get(day)));
    }
    return List.copyOf(days);
  }

  /** The rows of a batch; inputs of one origin and city share what is computed from these. */
  private static final class Batch {
    private final float[] rows;
    private final double[] bases;
    private final int[] knownDays;

    Batch(List<ForecastInput> inputs, int firstLead, CityShares shares) {
      rows = new float[inputs.size() * DAYS * FeatureList.size()];
      bases = new double[inputs.size() * DAYS];
      knownDays = new int[inputs.size()];
      @Nullable ForecastInput before = null;
      @Nullable CityState city = null;
      int row = 0;
      for (ForecastInput input : inputs) {
        if (city == null || before == null || !sharesCity(before, input)) {
          city = CityState.at(input.origin(), input.city(), input.circumstances());
        }
        before = input;
        FeatureRows features = new FeatureRows(input.community(), input.demand(), city, shares);
        knownDays[row / DAYS] = features.knownDays();
        for (int lead = firstLead; lead < firstLead + DAYS; lead++) {
          features.fill(lead, rows, row * FeatureList.size());
          bases[row++] = features.base(lead);
        }
      }
    }

    @SuppressWarnings("ReferenceEquality") // Comparing days would cost what sharing saves.
    private static boolean sharesCity(ForecastInput one, ForecastInput other) {
      return one.origin().equals(other.origin())
          && one.city() == other.city()
          && one.circumstances() == other.circumstances();
    }
  }
}

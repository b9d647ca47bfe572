package io.ridecast.forecasting.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.ridecast.forecasting.calibration.Calibration;
import io.ridecast.forecasting.calibration.CityCalibration;
import io.ridecast.forecasting.calibration.ColdCalibration;
import io.ridecast.forecasting.calibration.ConformalCalibration;
import io.ridecast.forecasting.calibration.JointErrors;
import io.ridecast.forecasting.features.CityShares;
import io.ridecast.forecasting.features.Feature;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The first entry of a bundle: what it is, what it needs and how it was made.
 *
 * @param format of the bundle
 * @param fingerprint of the feature list
 * @param features the list itself, for people and other programs
 * @param outputs what the boosters give for a row, in order
 * @param calibration of the intervals
 * @param coldCalibration of those of communities with few known days; null where none was learnt
 * @param cityCalibration of the city's intervals; null where too few totals were known
 * @param jointErrors of three days together; null where too few were known
 * @param shares that new communities are forecast from; null in a bundle of an earlier release
 * @param parameters the training's, by name
 * @param training what it was trained on, by name
 * @param golden inputs with the outputs that they must give
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "format",
  "fingerprint",
  "features",
  "outputs",
  "calibration",
  "cold_calibration",
  "city_calibration",
  "joint_errors",
  "shares",
  "parameters",
  "training",
  "golden"
})
record Manifest(
    int format,
    String fingerprint,
    List<Feature> features,
    List<String> outputs,
    ConformalCalibration calibration,
    @JsonProperty("cold_calibration") @Nullable ColdCalibration coldCalibration,
    @JsonProperty("city_calibration") @Nullable CityCalibration cityCalibration,
    @JsonProperty("joint_errors") @Nullable JointErrors jointErrors,
    @Nullable CityShares shares,
    Map<String, String> parameters,
    Map<String, String> training,
    List<GoldenCase> golden) {
  static final int FORMAT = 1;

  /** Refuses a manifest that leaves something out. */
  Manifest {
    Objects.requireNonNull(fingerprint, "fingerprint is missing");
    Objects.requireNonNull(calibration, "calibration is missing");
    features = List.copyOf(Objects.requireNonNull(features, "features are missing"));
    outputs = List.copyOf(Objects.requireNonNull(outputs, "outputs are missing"));
    golden = List.copyOf(Objects.requireNonNull(golden, "golden cases are missing"));
    parameters =
        Collections.unmodifiableMap(
            new TreeMap<>(Objects.requireNonNull(parameters, "parameters are missing")));
    training =
        Collections.unmodifiableMap(
            new TreeMap<>(Objects.requireNonNull(training, "training is missing")));
  }

  /** What its forecasts are calibrated with. */
  Calibration calibrations() {
    return new Calibration(
        calibration,
        Optional.ofNullable(coldCalibration),
        Optional.ofNullable(cityCalibration),
        Optional.ofNullable(jointErrors));
  }

  /** What new communities are forecast from; maybe nothing. */
  CityShares knownShares() {
    return shares == null ? CityShares.none() : shares;
  }

  /**
   * This manifest with another calibration. One that has learnt nothing of few known days leaves
   * what was known of them.
   */
  Manifest with(Calibration other) {
    return new Manifest(
        format,
        fingerprint,
        features,
        outputs,
        other.days(),
        other.cold().orElse(coldCalibration),
        other.city().orElse(null),
        other.sums().orElse(null),
        shares,
        parameters,
        training,
        golden);
  }
}

package io.ridecast.forecasting.bundle;

import io.ridecast.forecasting.boosting.RatioBoosters;
import io.ridecast.forecasting.features.FeatureList;
import java.util.Arrays;
import java.util.List;

/** Asks boosters their golden cases, and whether what they answer could be a forecast at all. */
final class BundleVerification {
  private static final double TOLERANCE = 1e-5;

  /** No day brings a thousand times its base level; a booster that says so is broken. */
  private static final double GREATEST_RATIO = 1_000;

  private BundleVerification() {}

  static void check(RatioBoosters boosters, List<GoldenCase> golden) throws InvalidBundle {
    if (golden.isEmpty()) {
      throw new InvalidBundle(InvalidBundle.Reason.GOLDEN_CASES, "the bundle has no golden case");
    }
    boolean constant = true;
    float[] first = new float[0];
    for (GoldenCase expected : golden) {
      if (expected.inputs().size() != FeatureList.size()
          || expected.outputs().size() != RatioBoosters.OUTPUTS) {
        throw new InvalidBundle(
            InvalidBundle.Reason.GOLDEN_CASES, "a golden case has another length than its list");
      }
      float[] found = boosters.predict(expected.row(), 1);
      checkPlausible(found);
      checkEqual(expected, found);
      first = first.length == 0 ? found : first;
      constant &= Arrays.equals(first, found);
    }
    if (constant && golden.size() > 1) {
      throw new InvalidBundle(
          InvalidBundle.Reason.IMPLAUSIBLE_OUTPUT,
          "the model answers every golden case with " + Arrays.toString(first));
    }
  }

  private static void checkPlausible(float[] found) throws InvalidBundle {
    for (float ratio : found) {
      if (!(ratio >= 0 && ratio <= GREATEST_RATIO)) {
        throw new InvalidBundle(
            InvalidBundle.Reason.IMPLAUSIBLE_OUTPUT,
            "the model answers a golden case with " + Arrays.toString(found));
      }
    }
  }

  private static void checkEqual(GoldenCase expected, float[] found) throws InvalidBundle {
    for (int output = 0; output < found.length; output++) {
      double wanted = expected.outputs().get(output);
      if (!(Math.abs(found[output] - wanted) <= TOLERANCE * Math.max(1, Math.abs(wanted)))) {
        throw new InvalidBundle(
            InvalidBundle.Reason.GOLDEN_CASES,
            "the model answers a golden case with %s instead of %s"
                .formatted(Arrays.toString(found), expected.outputs()));
      }
    }
  }
}

package io.ridecast.predictor.models;

import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRejectionReason;
import java.util.Optional;

/**
 * Reads a bundle with all of its own checks (digest, structure, fingerprint, golden cases), then
 * looks at forecasts for demand made up here, since a bundle can only vouch for itself.
 */
public final class BundleVerification implements Verification {
  private final TrialForecasts trial = new TrialForecasts();

  @Override
  public Verdict verify(ModelAnnouncement announcement, byte[] bytes) {
    try {
      ModelBundle bundle = ModelBundle.read(bytes, announcement.getSha256());
      if (!bundle.featureFingerprint().equals(announcement.getFeatureFingerprint())) {
        return new Refused(
            ModelRejectionReason.FINGERPRINT,
            "announced with fingerprint "
                + announcement.getFeatureFingerprint()
                + ", the bundle has "
                + bundle.featureFingerprint());
      }
      return tried(bundle.model(announcement.getVersion()));
    } catch (InvalidBundle invalid) {
      return new Refused(reason(invalid.reason()), String.valueOf(invalid.getMessage()));
    }
  }

  private Verdict tried(ForecastModel model) {
    Optional<String> problem = trial.problem(model);
    return problem.isPresent()
        ? new Refused(ModelRejectionReason.IMPLAUSIBLE_OUTPUT, problem.get())
        : new Accepted(model);
  }

  private static ModelRejectionReason reason(InvalidBundle.Reason reason) {
    return switch (reason) {
      case DIGEST -> ModelRejectionReason.DIGEST;
      case MALFORMED -> ModelRejectionReason.MALFORMED;
      case FINGERPRINT -> ModelRejectionReason.FINGERPRINT;
      case GOLDEN_CASES -> ModelRejectionReason.GOLDEN_CASES;
      case IMPLAUSIBLE_OUTPUT -> ModelRejectionReason.IMPLAUSIBLE_OUTPUT;
    };
  }
}

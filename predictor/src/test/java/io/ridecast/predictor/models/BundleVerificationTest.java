package io.ridecast.predictor.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.boosting.BoostingParameters;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.ModelTraining;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRejectionReason;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BundleVerificationTest {
  private static final int DAYS = 110;
  private static ModelBundle bundle;

  private final BundleVerification verification = new BundleVerification();

  @BeforeAll
  static void train() {
    Random random = new Random(3);
    Catalogue catalogue = Catalogue.chicago();
    Map<String, DemandSeries> demand = new HashMap<>();
    for (Community community : catalogue.communities().subList(0, 12)) {
      float[] rides = new float[DAYS];
      for (int day = 0; day < DAYS; day++) {
        rides[day] = Math.round(community.number() * 10 * (1 + day % 7) * random.nextDouble());
      }
      demand.put(community.key(), DemandSeries.of(LocalDate.of(2020, 5, 1), rides));
    }
    BoostingParameters small = new BoostingParameters(8, 0.3, 4, 2, 1, 1, 1, 32);
    bundle =
        new ModelTraining()
            .train(
                DemandPanel.of(catalogue, demand),
                new TrainingParameters(small, small, 2_000, 28, 14, 1, 7),
                ProgressListener.NONE)
            .bundle();
  }

  @Test
  void shouldAcceptAModelAsItWasAnnounced() {
    Verification.Verdict verdict =
        verification.verify(
            announcement(bundle.sha256(), bundle.featureFingerprint()), bundle.bytes());

    assertThat(verdict).isInstanceOf(Verification.Accepted.class);
    assertThat(((Verification.Accepted) verdict).model().version()).isEqualTo("9");
  }

  @Test
  void shouldRefuseOtherBytesThanWereAnnounced() {
    byte[] truncated = Arrays.copyOf(bundle.bytes(), bundle.bytes().length / 2);

    assertRefused(truncated, bundle.sha256(), bundle.featureFingerprint(), "DIGEST");
  }

  @Test
  void shouldRefuseWhatIsNoBundleThoughItWasAnnouncedSo() throws Exception {
    byte[] truncated = Arrays.copyOf(bundle.bytes(), bundle.bytes().length / 2);

    assertRefused(truncated, sha256(truncated), bundle.featureFingerprint(), "MALFORMED");
    assertRefused(new byte[0], sha256(new byte[0]), bundle.featureFingerprint(), "MALFORMED");
  }

  @Test
  void shouldRefuseAModelOfOtherFeaturesThanAnnounced() {
    assertRefused(bundle.bytes(), bundle.sha256(), "another", "FINGERPRINT");
  }

  private void assertRefused(byte[] bytes, String sha256, String fingerprint, String reason) {
    Verification.Verdict verdict = verification.verify(announcement(sha256, fingerprint), bytes);

    assertThat(verdict).isInstanceOf(Verification.Refused.class);
    assertThat(((Verification.Refused) verdict).reason())
        .isEqualTo(ModelRejectionReason.valueOf(reason));
    assertThat(((Verification.Refused) verdict).detail()).isNotBlank();
  }

  private static ModelAnnouncement announcement(String sha256, String fingerprint) {
    return Announcements.champion(1, "9")
        .setSha256(sha256)
        .setFeatureFingerprint(fingerprint)
        .build();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}

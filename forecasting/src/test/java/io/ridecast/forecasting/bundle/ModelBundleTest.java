package io.ridecast.forecasting.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ridecast.forecasting.bundle.InvalidBundle.Reason;
import io.ridecast.forecasting.calibration.TotalInterval;
import io.ridecast.forecasting.features.FeatureList;
import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.ModelTraining;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.forecasting.training.SyntheticCity;
import io.ridecast.forecasting.training.TinyTraining;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelBundleTest {
  private static final DemandPanel PANEL = SyntheticCity.panel(4, 100, 1);
  private static final ModelBundle BUNDLE =
      new ModelTraining().train(PANEL, TinyTraining.PARAMETERS, ProgressListener.NONE).bundle();

  @Test
  void shouldReadWhatItWrote() throws Exception {
    ModelBundle read = ModelBundle.read(BUNDLE.bytes(), BUNDLE.sha256());

    assertThat(read.bytes()).isEqualTo(BUNDLE.bytes());
    assertThat(read.sha256()).isEqualTo(BUNDLE.sha256()).hasSize(64);
    assertThat(read.golden()).isEqualTo(BUNDLE.golden()).hasSize(8);
    assertThat(read.featureFingerprint()).isEqualTo(FeatureList.fingerprint());
    assertThat(read.parameters()).containsEntry("mean.rounds", "12").containsEntry("seed", "7");
    assertThat(read.training()).containsEntry("communities", "4").containsKey("last_day");
    assertThat(read.meanBooster()).isEqualTo(BUNDLE.meanBooster()).startsWith('{');
  }

  @Test
  void shouldKeepWhatItsForecastsAreCalibratedWith() throws Exception {
    ModelBundle read = ModelBundle.read(BUNDLE.bytes());

    assertThat(read.calibration()).isEqualTo(BUNDLE.calibration());
    assertThat(read.calibration().days().widenings()).hasSize(7);
    assertThat(read.calibration().city().orElseThrow().perRide()).hasSize(7);
    assertThat(read.calibration().sums().orElseThrow().groups()).isNotEmpty();
  }

  @Test
  void shouldSpreadTheCitysTotalsByItsOwnCalibration() throws Exception {
    ForecastModel model = ModelBundle.read(BUNDLE.bytes()).model("1");
    TotalInterval learnt = BUNDLE.calibration().city().orElseThrow().perRide().get(1);

    DayForecast day = model.total(PANEL.city(), PANEL.last(), 2, List.of(1_000.0)).get(0);

    assertThat(day.date()).isEqualTo(PANEL.last().plusDays(2));
    assertThat(day.mean()).isEqualTo(1_000);
    assertThat(day.p10()).isCloseTo(1_000 * learnt.low(), within(1e-9));
    assertThat(day.p90()).isCloseTo(1_000 * learnt.high(), within(1e-9));
  }

  @Test
  void shouldTakeADigestInCapitals() throws Exception {
    String capitals = BUNDLE.sha256().toUpperCase(java.util.Locale.ROOT);

    assertThat(ModelBundle.read(BUNDLE.bytes(), capitals).sha256()).isEqualTo(BUNDLE.sha256());
  }

  @Test
  void shouldPutTheManifestFirst() throws Exception {
    assertThat(BundleArchive.unpack(BUNDLE.bytes()).keySet())
        .containsExactly("manifest.json", "mean.json", "p10.json", "p50.json", "p90.json");
  }

  @Test
  void shouldRefuseOtherBytesThanAnnounced() {
    byte[] changed = BUNDLE.bytes();
    changed[changed.length / 2]++;

    refused(changed, BUNDLE.sha256(), Reason.DIGEST).hasMessageContaining(BUNDLE.sha256());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 30, 1_000, 20_000})
  void shouldRefuseATruncatedFile(int length) {
    refused(Arrays.copyOf(BUNDLE.bytes(), length), Reason.MALFORMED);
  }

  @Test
  void shouldRefuseAFileThatIsNoBundle() {
    refused("no zip".getBytes(StandardCharsets.UTF_8), Reason.MALFORMED)
        .hasMessageContaining("manifest.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "mean.json", "p50.json"})
  void shouldNameAMissingEntry(String entry) {
    Map<String, byte[]> entries = entries();
    entries.remove(entry);

    refused(BundleArchive.pack(entries), Reason.MALFORMED).hasMessageContaining(entry);
  }

  @Test
  void shouldRefuseABundleOfAnotherFeatureList() {
    String other = "0".repeat(64);

    refused(
            changed("manifest.json", text -> text.replace(FeatureList.fingerprint(), other)),
            Reason.FINGERPRINT)
        .hasMessageContaining(other)
        .hasMessageContaining(FeatureList.fingerprint());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "{}", "null", "{\"format\":1}"})
  void shouldRefuseAManifestThatIsNone(String manifest) {
    refused(changed("manifest.json", text -> manifest), Reason.MALFORMED);
  }

  @Test
  void shouldRefuseAnotherFormat() {
    refused(
            changed("manifest.json", text -> text.replace("\"format\" : 1", "\"format\" : 2")),
            Reason.MALFORMED)
        .hasMessageContaining("format 2");
  }

  @Test
  void shouldRefuseAModelThatAnswersDifferently() {
    Map<String, byte[]> entries = entries();
    entries.put("mean.json", entries.get("p90.json"));

    refused(BundleArchive.pack(entries), Reason.GOLDEN_CASES).hasMessageContaining("instead of");
  }

  @Test
  void shouldRefuseABundleWithoutGoldenCases() {
    refused(
        changed(
            "manifest.json",
            text -> text.replaceAll("(?s)\"golden\" : \\[.*\\]", "\"golden\" : []")),
        Reason.GOLDEN_CASES);
  }

  @Test
  void shouldRefuseAModelThatIsAlwaysTheSame() {
    // Every leaf of every tree answers nothing, so only the base score is left.
    Map<String, byte[]> entries = entries();
    for (String entry : new String[] {"mean.json", "p10.json", "p50.json", "p90.json"}) {
      entries.put(entry, zeroed(entries.get(entry)));
    }
    String manifest = new String(entries.get("manifest.json"), StandardCharsets.UTF_8);
    entries.put(
        "manifest.json",
        manifest
            .replaceAll(
                "\"outputs\" : \\[ [-0-9.]+, [-0-9.]+, [-0-9.]+, [-0-9.]+ \\]",
                "\"outputs\" : [ 1.0, 1.0, 1.0, 1.0 ]")
            .getBytes(StandardCharsets.UTF_8));

    refused(BundleArchive.pack(entries), Reason.IMPLAUSIBLE_OUTPUT)
        .hasMessageContaining("every golden case");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"left_children\":[1, | \"left_children\":[99999, | out of bounds",
        "\"right_children\":[2, | \"right_children\":[1, | no tree",
        "\"right_children\":[2, | \"right_children\":[3, | no tree",
        "\"left_children\":[1, | \"left_children\":[0, | no tree",
        "\"left_children\":[1, | \"left_children\":[-7, | out of bounds",
        "\"left_children\":[1, | \"left_children\":[1.5, | out of bounds",
        "\"split_indices\":[ | \"split_indices\":[0, | another length",
        "\"num_feature\":\" | \"num_feature\":\"9 | another shape",
        "\"num_trees\":\" | \"num_trees\":\"9 | counts its trees wrongly",
        "\"num_nodes\":\" | \"num_nodes\":\"9 | another length",
        "\"name\":\"gbtree\" | \"name\":\"gblinear\" | no tree booster",
        "\"tree_info\":[0, | \"tree_info\":[3, | out of bounds",
        "\"split_type\":[0, | \"split_type\":[1, | out of bounds",
        "\"trees\":[ | \"trees\":[], \"old\":[ | no trees",
      })
  void shouldRefuseACraftedTreeBeforeTheNativeLoaderSeesIt(
      String found, String replaced, String complaint) {
    byte[] crafted =
        changed(
            "p50.json",
            text -> {
              assertThat(text).contains(found);
              int at = text.indexOf(found);
              return text.substring(0, at) + replaced + text.substring(at + found.length());
            });

    refused(crafted, Reason.MALFORMED).hasMessageContaining("p50").hasMessageContaining(complaint);
  }

  @Test
  void shouldRefuseAZipBomb() {
    Map<String, byte[]> entries = entries();
    for (int index = 0; index < 20; index++) {
      entries.put("more-" + index, new byte[1]);
    }

    refused(BundleArchive.pack(entries), Reason.MALFORMED).hasMessageContaining("more than");
  }

  private static byte[] zeroed(byte[] document) {
    String text = new String(document, StandardCharsets.UTF_8);
    StringBuilder zeroed = new StringBuilder();
    int at = 0;
    String key = "\"split_conditions\":[";
    for (int next = text.indexOf(key); next >= 0; next = text.indexOf(key, at)) {
      int end = text.indexOf(']', next);
      zeroed.append(text, at, next + key.length());
      zeroed.append(text.substring(next + key.length(), end).replaceAll("[^,]+", "0E0"));
      at = end;
    }
    return zeroed.append(text.substring(at)).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] changed(String entry, UnaryOperator<String> change) {
    Map<String, byte[]> entries = entries();
    String text = new String(entries.get(entry), StandardCharsets.UTF_8);
    String changed = change.apply(text);
    assertThat(changed).isNotEqualTo(text);
    entries.put(entry, changed.getBytes(StandardCharsets.UTF_8));
    return BundleArchive.pack(entries);
  }

  private static Map<String, byte[]> entries() {
    try {
      return new LinkedHashMap<>(BundleArchive.unpack(BUNDLE.bytes()));
    } catch (InvalidBundle e) {
      throw new AssertionError(e);
    }
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(
      byte[] content, Reason reason) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return refused(content, HexFormat.of().formatHex(digest), reason);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(
      byte[] content, String sha256, Reason reason) {
    return assertThatThrownBy(() -> ModelBundle.read(content, sha256))
        .isInstanceOfSatisfying(
            InvalidBundle.class, problem -> assertThat(problem.reason()).isEqualTo(reason));
  }
}

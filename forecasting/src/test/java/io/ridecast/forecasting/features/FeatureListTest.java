package io.ridecast.forecasting.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeatureListTest {
  @Test
  void shouldNameEachFeatureOnce() {
    assertThat(FeatureList.features()).extracting(Feature::name).doesNotHaveDuplicates();
    assertThat(FeatureList.features())
        .allSatisfy(
            feature -> {
              assertThat(feature.name()).matches("[a-z0-9_]+");
              assertThat(feature.unit()).isNotBlank();
              assertThat(feature.meaning()).isNotBlank();
            });
  }

  @Test
  void shouldStartWithTheLead() {
    assertThat(FeatureList.features().get(0).name()).isEqualTo("lead");
    assertThat(FeatureList.size()).isEqualTo(FeatureColumn.values().length);
  }

  @Test
  void shouldKeepItsFingerprintUnlessTheListChanges() {
    // Whoever changes a feature changes this line, and every older model is refused.
    assertThat(FeatureList.fingerprint()).startsWith("ccfbe63da87762fd");
  }
}

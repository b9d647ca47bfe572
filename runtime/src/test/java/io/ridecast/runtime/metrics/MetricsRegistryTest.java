package io.ridecast.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsRegistryTest {

  @Test
  void shouldShowTheJvmAndOurOwnMeasuresWithTheService() {
    try (MetricsRegistry metrics = new MetricsRegistry("monitor")) {
      metrics.meters().counter("ridecast.rides", "feed", "a").increment();

      assertThat(metrics.scrape())
          .contains("jvm_memory_used_bytes")
          .contains("ridecast_rides_total{feed=\"a\",service=\"monitor\"} 1.0");
    }
  }
}

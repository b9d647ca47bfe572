package io.ridecast.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.runtime.settings.Environment;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ServiceProcessTest {
  private final FakeService service = new FakeService();

  @Test
  void shouldEndWithZeroWhenTheServiceIsClosed() throws Exception {
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(() -> ServiceProcess.run(service));

    service.close();

    assertThat(code.get(10, TimeUnit.SECONDS)).isZero();
    assertThat(service.started()).isTrue();
  }

  @Test
  void shouldEndWithOneWhenTheServiceFails() {
    service.fails(new IllegalStateException("state disk full"));

    assertThat(ServiceProcess.run(service)).isEqualTo(1);
  }

  @Test
  void shouldEndWithOneAndNotStartWhenASettingIsWrong() {
    Environment environment = Environment.of(Map.of());

    int code =
        ServiceProcess.run(
            "fake",
            environment,
            settings -> {
              settings.required("KAFKA_BOOTSTRAP_SERVERS");
              settings.check();
              return service;
            });

    assertThat(code).isEqualTo(1);
    assertThat(service.started()).isFalse();
  }
}

package io.ridecast.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ridecast.local.stack.LocalStack;
import io.ridecast.local.stack.LocalStackExtension;
import io.ridecast.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fault 14: the registry is down at the start, while rides are counted, and while state is
 * restored. Rides wait for it; the books show that none became a dead letter.
 */
@ExtendWith(LocalStackExtension.class)
class RegistryAwayIT {
  @TempDir Path folder;

  @Test
  void shouldWaitForTheRegistryAndGiveUpNoRide(LocalStack stack) throws Exception {
    try (TcpGate gate = new TcpGate(stack.registryUrl());
        RideWorld world = new RideWorld(stack, 14);
        Verdicts verdicts = new Verdicts(stack)) {
      gate.shut();
      try (AggregatorProcess aggregator = start(stack, gate)) {
        world.ride(2_000);
        openOnceItWasMissed(gate, aggregator);
        world.closeDay();
        verdicts.assertExact(world);

        // Every schema has been asked for once the city, which comes last, is out.
        stack.read(Topics.CITY_DEMAND, Duration.ofSeconds(60), records -> !records.isEmpty());
        gate.shut();
        world.ride(2_000);
        world.closeDay();
        verdicts.assertExact(world);
        aggregator.kill();
      }
      try (AggregatorProcess again = start(stack, gate)) {
        world.ride(500);
        openOnceItWasMissed(gate, again);
        world.closeDay();
        verdicts.assertExact(world);
      }
    }
  }

  private static void openOnceItWasMissed(TcpGate gate, AggregatorProcess aggregator) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              assertThat(aggregator.isAlive()).as(aggregator.text()).isTrue();
              return gate.refused() > 0;
            });
    gate.open();
    aggregator.ready();
  }

  private AggregatorProcess start(LocalStack stack, TcpGate gate) {
    return AggregatorProcess.start(stack, folder, Map.of("SCHEMA_REGISTRY_URL", gate.url()));
  }
}

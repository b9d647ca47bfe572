package io.ridecast.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ridecast.local.stack.LocalStack;
import io.ridecast.local.stack.LocalStackExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Fault 5: the disk that holds the state is full. */
@ExtendWith(LocalStackExtension.class)
class FullDiskIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;

  @Test
  void shouldWaitWhileTheDiskIsFull(LocalStack stack) throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder);
        RideWorld world = new RideWorld(stack, 5);
        Verdicts verdicts = new Verdicts(stack)) {
      try (AggregatorProcess before = start(stack, disk).ready()) {
        world.ride(2_000);
        world.closeDay();
        verdicts.assertExact(world);
      }
      disk.clear("\\d_\\d");
      disk.fill();

      try (AggregatorProcess aggregator = start(stack, disk)) {
        await()
            .atMost(PATIENCE)
            .until(
                () -> {
                  assertThat(aggregator.isAlive()).as(aggregator.text()).isTrue();
                  return aggregator
                      .health()
                      .filter(answer -> answer.statusCode() == 503)
                      .filter(answer -> answer.body().contains("No space left"))
                      .isPresent();
                });
        world.ride(1_000);
        disk.clear("filler");
        aggregator.ready();
        world.closeDay();
        verdicts.assertExact(world);
      }
    }
  }

  private AggregatorProcess start(LocalStack stack, SmallDisk disk) {
    return AggregatorProcess.start(stack, folder, Map.of("STATE_DIR", disk.folder().toString()));
  }
}

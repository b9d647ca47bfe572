package io.ridecast.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.local.stack.LocalStack;
import io.ridecast.local.stack.LocalStackExtension;
import io.ridecast.oracle.Invariants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Fault 6: the files of the state are damaged, or those of an earlier day. */
@ExtendWith(LocalStackExtension.class)
class StateDirectoryIT {
  @TempDir Path folder;

  @Test
  void shouldRebuildDamagedAndOldState(LocalStack stack) throws Exception {
    Path state = folder.resolve("state");
    Path old = folder.resolve("old");
    try (RideWorld world = new RideWorld(stack, 6);
        Verdicts verdicts = new Verdicts(stack)) {
      runADay(stack, world, verdicts);
      copy(state, old);
      runADay(stack, world, verdicts);
      assertThat(Invariants.fired("damaged files", damage(state))).isEmpty();
      runADay(stack, world, verdicts);
      copy(old, state);
      runADay(stack, world, verdicts);
      world.passDays(20);
      world.rideOfFirstDays(300);
      runADay(stack, world, verdicts);
    }
  }

  private void runADay(LocalStack stack, RideWorld world, Verdicts verdicts) {
    try (AggregatorProcess aggregator = AggregatorProcess.start(stack, folder, Map.of()).ready()) {
      world.ride(2_000);
      world.closeDay();
      verdicts.assertExact(world);
      aggregator.stop();
    }
  }

  /** Writes nonsense over all that the stores have written; what a clean stop noted stays. */
  private static long damage(Path state) throws IOException {
    try (Stream<Path> files = Files.walk(state)) {
      List<Path> stores =
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.toString().contains("rocksdb"))
              .filter(file -> !file.endsWith("LOCK"))
              .toList();
      for (Path file : stores) {
        byte[] nonsense = new byte[(int) Files.size(file)];
        Arrays.fill(nonsense, (byte) 0x5a);
        Files.write(file, nonsense);
      }
      return stores.size();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      Utils.delete(to.toFile());
    }
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(
          file -> {
            try {
              Files.copy(file, to.resolve(from.relativize(file)));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}

package io.ridecast.predictor;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the topology: each begins with an empty bench, and may begin another one. */
abstract class OnBench {
  PredictorSetup setup;
  @AutoClose PredictorBench bench;

  @BeforeEach
  void start(@TempDir Path directory) {
    setup = new PredictorSetup(directory);
    bench = setup.start();
  }
}

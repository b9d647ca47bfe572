package io.ridecast.benchmarks.ladder;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ridecast.benchmarks.machine.Mark;
import io.ridecast.benchmarks.machine.Memory;
import io.ridecast.benchmarks.machine.Profile;
import io.ridecast.benchmarks.machine.Run;
import io.ridecast.benchmarks.machine.Sampler;
import io.ridecast.runtime.settings.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Works off the rides in one way and prints what it took. */
final class VariantMain {
  static final String RESULT = "run ";

  private VariantMain() {}

  public static void main(String[] arguments) throws IOException {
    Environment environment = Environment.of(System.getenv());
    VariantSetup setup = VariantSetup.from(environment);
    environment.check();
    Optional<Path> profile = environment.path("PROFILE");
    Profile recording = Profile.start(profile);
    try (Drain drain = setup.variant().drain(setup)) {
      drain.start();
      Run run = run(drain, setup.rides(), recording);
      System.out.println(RESULT + new ObjectMapper().writeValueAsString(run));
    }
    System.exit(0);
  }

  private static Run run(Drain drain, long rides, Profile recording) {
    Sampler sampler = new Sampler(drain.thread(), drain::rides);
    Mark first = sampler.await(1);
    Mark warm = sampler.await(rides / 4);
    Mark last = sampler.await(rides);
    recording.end();
    drain.finish();
    Mark closed = sampler.await(0);
    long peak = Memory.peakKiB(ProcessHandle.current().pid());
    return new Run(drain.thread(), first, warm, last, closed, drain.cells(), peak);
  }
}

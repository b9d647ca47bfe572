package io.ridecast.local.command;

import io.ridecast.local.demo.Demo;
import io.ridecast.local.demo.DemoDirectory;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends the demo with its process on Ctrl-C and SIGTERM, in time even if a part hangs. */
final class EndOnSignal {
  private static final long MILLIS = 3_500;

  private EndOnSignal() {}

  static void of(Demo demo, DemoDirectory directory) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(demo, directory), "demo-shutdown"));
  }

  private static void end(Demo demo, DemoDirectory directory) {
    CountDownLatch closed = new CountDownLatch(1);
    Thread closing =
        new Thread(
            () -> {
              ConsoleWarnings.end();
              demo.close();
              closed.countDown();
            },
            "demo-close");
    closing.setDaemon(true);
    closing.start();
    try {
      // What is not down by then goes down with the process: all that it keeps survives a kill.
      closed.await(MILLIS, TimeUnit.MILLISECONDS);
      directory.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      System.err.println("Could not remove " + directory.path() + ": " + e.getMessage());
    }
  }
}

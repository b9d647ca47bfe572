package io.ridecast.trainer.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers pauses instead of waiting, and gives a run up when it is told to. */
final class TestInterruption implements Interruption {
  private final List<Duration> pauses = new ArrayList<>();
  private boolean abandoned;

  void abandon() {
    abandoned = true;
  }

  List<Duration> pauses() {
    return pauses;
  }

  @Override
  public boolean abandoned() {
    return abandoned;
  }

  @Override
  public void pause(Duration time) {
    pauses.add(time);
  }
}

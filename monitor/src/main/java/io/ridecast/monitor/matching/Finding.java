package io.ridecast.monitor.matching;

import io.ridecast.monitor.scoring.Accuracy;
import io.ridecast.monitor.scoring.Pair;
import java.util.Optional;

/** What a change of a community's days has changed in its scores. */
public sealed interface Finding {

  /** A community's accuracy at one lead. */
  record OfCommunity(Accuracy accuracy) implements Finding {}

  /** A pair, new or changed; empty if its day has gone missing. */
  record OfPair(Optional<Pair> pair) implements Finding {}
}

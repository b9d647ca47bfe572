package io.ridecast.trainer.tracking;

import java.util.Map;
import java.util.TreeMap;

/**
 * A set of parameters that a search tried.
 *
 * @param name the same in every search of as many trials
 * @param parameters the set
 * @param losses in units of the defaults' loss, by the rung that it was judged in
 * @param chosen whether the run goes on with it
 */
public record TrialNote(
    String name, Map<String, String> parameters, Map<Integer, Double> losses, boolean chosen) {
  /** Takes copies, the losses in order. */
  public TrialNote {
    parameters = Map.copyOf(parameters);
    losses = new TreeMap<>(losses);
  }
}

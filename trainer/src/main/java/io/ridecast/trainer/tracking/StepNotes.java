package io.ridecast.trainer.tracking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people want to know of a step, beside how it ended.
 *
 * @param parameters what was chosen
 * @param metrics what was measured
 * @param trials sets of parameters that were tried
 * @param data what was learnt from
 * @param files tables and pictures, by name
 */
public record StepNotes(
    Map<String, String> parameters,
    Map<String, Double> metrics,
    List<TrialNote> trials,
    Optional<DataNote> data,
    Map<String, byte[]> files) {
  private static final StepNotes NONE =
      new StepNotes(Map.of(), Map.of(), List.of(), Optional.empty(), Map.of());

  /** Nothing. */
  public static StepNotes none() {
    return NONE;
  }

  /** These and parameters. */
  public StepNotes parameters(Map<String, String> more) {
    return new StepNotes(both(parameters, more), metrics, trials, data, files);
  }

  /** These and measures. */
  public StepNotes metrics(Map<String, Double> more) {
    return new StepNotes(parameters, both(metrics, more), trials, data, files);
  }

  /** These and the trials of a search. */
  public StepNotes trials(List<TrialNote> all) {
    return new StepNotes(parameters, metrics, List.copyOf(all), data, files);
  }

  /** These and what was learnt from. */
  public StepNotes data(DataNote note) {
    return new StepNotes(parameters, metrics, trials, Optional.of(note), files);
  }

  /** These and a file. */
  public StepNotes file(String name, byte[] content) {
    return files(Map.of(name, content));
  }

  /** These and files. */
  public StepNotes files(Map<String, byte[]> more) {
    return new StepNotes(parameters, metrics, trials, data, both(files, more));
  }

  private static <V> Map<String, V> both(Map<String, V> some, Map<String, V> more) {
    Map<String, V> both = new LinkedHashMap<>(some);
    both.putAll(more);
    return both;
  }
}

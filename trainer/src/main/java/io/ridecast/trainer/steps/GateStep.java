package io.ridecast.trainer.steps;

import io.ridecast.trainer.tracking.StepNotes;
import java.io.IOException;
import java.util.Map;

/** Writes down that the gate let a model through; a refusal ends the run instead. */
public final class GateStep implements StepWork<Verdict> {
  /** The verdict. */
  public static final String FILE = "verdict.json";

  private final Verdict verdict;

  public GateStep(Verdict verdict) {
    this.verdict = verdict;
  }

  @Override
  public Verdict carryOut() {
    return verdict;
  }

  @Override
  public Map<String, byte[]> files(Verdict result) {
    return Map.of(FILE, file(result));
  }

  @Override
  public Verdict restored(Map<String, byte[]> files) throws IOException {
    Map<String, String> values = NamedValues.read(NamedFile.of(files, FILE));
    return new Verdict(
        Boolean.parseBoolean(NamedValues.value(values, "passed")),
        NamedValues.value(values, "detail"));
  }

  @Override
  public String phrase(Verdict result) {
    return result.detail();
  }

  @Override
  public StepNotes notes(Verdict result) {
    return StepNotes.none().file(FILE, file(result));
  }

  private static byte[] file(Verdict result) {
    return NamedValues.write(
        Map.of("passed", Boolean.toString(result.passed()), "detail", result.detail()));
  }
}

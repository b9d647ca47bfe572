package io.ridecast.runtime.settings;

import java.util.List;

/** Settings with which a service cannot start; the message holds every problem, one a line. */
public final class InvalidSettings extends RuntimeException {
  private final transient List<SettingProblem> problems;

  InvalidSettings(List<SettingProblem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /** Every problem, in the order in which the settings were read. */
  public List<SettingProblem> problems() {
    return problems;
  }

  private static String message(List<SettingProblem> problems) {
    StringBuilder text = new StringBuilder("Settings to mend:");
    problems.forEach(problem -> text.append("\n  ").append(problem));
    return text.toString();
  }
}

package io.ridecast.runtime.settings;

import java.util.Optional;

/**
 * One setting that cannot be used.
 *
 * @param name the environment variable
 * @param given what it was set to, already masked if it may be a secret; empty if it was not set
 * @param expected what it has to be
 */
public record SettingProblem(String name, Optional<String> given, String expected) {

  private static final String GROUP = "*";

  /** A problem with several settings, told by whoever reads them. */
  static SettingProblem of(String names, String expected) {
    return new SettingProblem(names, Optional.empty(), expected);
  }

  @Override
  public String toString() {
    return given
        .map(value -> name + "=" + value + ": " + expected)
        .orElseGet(() -> name + (name.endsWith(GROUP) ? ": " : " is not set: ") + expected);
  }
}

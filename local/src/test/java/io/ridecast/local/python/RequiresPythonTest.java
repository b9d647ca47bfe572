package io.ridecast.local.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.io.TempDir;

class RequiresPythonTest {
  private static final String REMEDY = "apt-get install python3 python3-venv";

  @TempDir private Path folder;

  @Test
  void shouldSkipWithALineWherePythonIsMissing() {
    assertThatIsSkipped(Map.of("PATH", folder.toString()));
    assertThatIsSkipped(Map.of("PATH", folder.toString(), "CI", "false"));
    assertThatIsSkipped(Map.of());
  }

  @Test
  void shouldSkipWherePythonCannotMakeEnvironments() throws Exception {
    assertThatIsSkipped(Map.of("PATH", python("exit 1").toString()));
  }

  @Test
  void shouldFailUnderCiNamingWhatToInstall() throws Exception {
    assertThatFails(Map.of("PATH", folder.toString(), "CI", "true"));
    assertThatFails(Map.of("PATH", python("exit 1").toString(), "CI", "true"));
    assertThatFails(Map.of("CI", "true"));
  }

  @Test
  void shouldRunWherePythonIsFoundUnderCiToo() throws Exception {
    String path = folder.resolve("empty") + File.pathSeparator + python("exit 0");

    assertThat(new RequiresPython(Map.of("PATH", path)).verdict().isDisabled()).isFalse();
    assertThat(new RequiresPython(Map.of("PATH", path, "CI", "true")).verdict().isDisabled())
        .isFalse();
  }

  @Test
  void shouldAskForTheModulesThatMakeEnvironments() throws Exception {
    Path bin = python("[ \"$1 $2\" = '-c import venv, ensurepip' ]");

    assertThat(Python3.on(Map.of("PATH", bin.toString()))).contains(bin.resolve("python3"));
  }

  private static void assertThatIsSkipped(Map<String, String> variables) {
    ConditionEvaluationResult verdict = new RequiresPython(variables).verdict();

    assertThat(verdict.isDisabled()).isTrue();
    assertThat(verdict.getReason().orElseThrow()).startsWith("Skipped: Python 3").contains(REMEDY);
  }

  private static void assertThatFails(Map<String, String> variables) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> new RequiresPython(variables).verdict())
        .withMessageStartingWith("CI=true")
        .withMessageContaining(REMEDY);
  }

  /** A folder with a program python3 that does this. */
  private Path python(String script) throws IOException {
    Path bin = Files.createTempDirectory(folder, "bin");
    Path program = Files.writeString(bin.resolve("python3"), "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return bin;
  }
}

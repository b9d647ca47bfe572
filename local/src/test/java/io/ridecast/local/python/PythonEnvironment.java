package io.ridecast.local.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Python with the packages of a lock file, in an environment of its own that is made once for each
 * content of that file. Tests that need one are extended with {@link RequiresPython}.
 */
public final class PythonEnvironment {
  private static final Path FOLDER = Path.of("src", "test", "python");
  private static final int MINUTES = 5;

  private final Path home;

  private PythonEnvironment(Path home) {
    this.home = home;
  }

  /**
   * The environment, made if it was not there.
   *
   * @param lock name of a file in {@code src/test/python}: every package with its version. Where uv
   *     is among them it installs the others, several times as fast.
   */
  public static PythonEnvironment require(String lock) throws Exception {
    Path file = FOLDER.resolve(lock);
    PythonEnvironment environment =
        new PythonEnvironment(cache().resolve("python-" + digest(file)));
    Path complete = environment.home.resolve("complete");
    if (!Files.exists(complete)) {
      environment.make(file);
      Files.writeString(complete, "");
    }
    return environment;
  }

  /** A program of the environment, such as python. */
  public String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /** Where programs are looked for when the environment's own come first. */
  public String path() {
    return home.resolve("bin") + File.pathSeparator + System.getenv("PATH");
  }

  /** What a script of {@code src/test/python} prints, once it has ended well. */
  public String run(String script, List<String> arguments, Map<String, String> variables)
      throws Exception {
    List<String> command =
        new ArrayList<>(List.of(program("python"), FOLDER.resolve(script).toString()));
    command.addAll(arguments);
    return output(command, variables);
  }

  private void make(Path lock) throws Exception {
    Path python = Python3.on(System.getenv()).orElseThrow();
    output(List.of(python.toString(), "-m", "venv", "--clear", home.toString()), Map.of());
    Optional<String> uv =
        Files.readAllLines(lock).stream().filter(line -> line.startsWith("uv==")).findFirst();
    String[] quietly = {"--quiet", "--no-deps"};
    List<String> install =
        new ArrayList<>(List.of(program("python"), "-m", "pip", "install", quietly[0], quietly[1]));
    if (uv.isEmpty()) {
      install.addAll(List.of("-r", lock.toString()));
      output(install, Map.of());
      return;
    }
    install.add(uv.get());
    output(install, Map.of());
    output(
        List.of(
            program("uv"),
            "pip",
            "install",
            quietly[0],
            quietly[1],
            "--compile-bytecode",
            "--python",
            program("python"),
            "-r",
            lock.toString()),
        Map.of());
  }

  private static String output(List<String> command, Map<String, String> variables)
      throws Exception {
    Path errors = Files.createTempFile("python", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
      builder.environment().putAll(variables);
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(() -> command + " said:\n" + text(errors)).isZero();
      return output;
    } finally {
      Files.delete(errors);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static Path cache() throws IOException {
    return Files.createDirectories(Path.of(System.getProperty("user.home"), ".cache", "ridecast"));
  }

  private static String digest(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest).substring(0, 16);
  }
}

package io.ridecast.benchmarks.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A fresh JVM with the class path of this one. It says what it has to say in lines on its standard
 * output and ends when its standard input does, so that it never outlives this process.
 */
public final class ChildProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Process process;
  private final BufferedReader output;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.log = log;
  }

  /**
   * Starts one.
   *
   * @param variables added to this process's environment
   * @param log where its standard error goes
   */
  public static ChildProcess start(
      Class<?> main, List<String> flags, Map<String, String> variables, Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-Dlogback.configurationFile=logback-bench.xml");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(variables);
    builder.redirectError(log.toFile());
    try {
      return new ChildProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits for a line that begins so, and returns what follows in it.
   *
   * @throws IllegalStateException if the process ends without one; its log says why
   */
  public String await(String beginning) {
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(beginning)) {
          return line.substring(beginning.length()).strip();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("a measured process ended early; see " + log);
  }

  /** Gives it a line to read. */
  public void say(String line) {
    try {
      OutputStream input = process.getOutputStream();
      input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Ends it as a power cut would. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Where a process of this class finds that it is to end. */
  public static void awaitEndOfInput() throws IOException {
    while (System.in.read() >= 0) {
      // what is typed has no meaning
    }
  }
}

package io.ridecast.runtime.settings;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The environment variables that a service is set up with.
 *
 * <p>A wrong value does not throw where it is read: it is noted, and a stand-in (the fallback) is
 * returned, so that {@link #check()} can tell all problems at once. So read everything, then check,
 * then build.
 */
public final class Environment {
  private final Map<String, String> variables;
  private final List<SettingProblem> problems = new ArrayList<>();

  private Environment(Map<String, String> variables) {
    this.variables = new TreeMap<>(variables);
  }

  /** The given variables; those that are empty or blank count as not set. */
  public static Environment of(Map<String, String> variables) {
    return new Environment(variables);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  public String text(String name, String fallback) {
    return text(name).orElse(fallback);
  }

  /** A setting that has no fallback; noted as a problem, and empty, if it is missing. */
  public String required(String name) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      problem(name, "it is needed");
    }
    return value.orElse("");
  }

  /** A whole number within [min, max]. */
  public int integer(String name, int fallback, int min, int max) {
    return parsed(
        name,
        fallback,
        "a whole number from " + min + " to " + max,
        value -> {
          int number = Integer.parseInt(value);
          if (number < min || number > max) {
            throw new IllegalArgumentException(value);
          }
          return number;
        });
  }

  /** An ISO 8601 duration that is not negative, such as PT2H or P14D. */
  public Duration duration(String name, Duration fallback) {
    return parsed(
        name,
        fallback,
        "a duration such as PT2H or P14D, not negative",
        value -> {
          Duration duration = Duration.parse(value);
          if (duration.isNegative()) {
            throw new IllegalArgumentException(value);
          }
          return duration;
        });
  }

  /** An absolute address, such as http://localhost:8081 or file:/var/models. */
  public Optional<URI> uri(String name) {
    return optional(name, "an address with a scheme, such as http: or file:", Environment::address);
  }

  public URI uri(String name, URI fallback) {
    return uri(name).orElse(fallback);
  }

  public Optional<Path> path(String name) {
    return optional(name, "a path", Path::of);
  }

  public Path path(String name, Path fallback) {
    return path(name).orElse(fallback);
  }

  /**
   * What the file holds that a setting names; what is wrong with it is a problem of the setting.
   *
   * @param read reads it, and throws {@code invalid} with what is wrong
   * @param without what stands for it where the setting is missing
   */
  public <T> T file(
      String name,
      Function<Path, T> read,
      Supplier<T> without,
      Class<? extends RuntimeException> invalid) {
    try {
      return path(name).map(read).orElseGet(without);
    } catch (RuntimeException e) {
      if (!invalid.isInstance(e)) {
        throw e;
      }
      problem(name, String.valueOf(e.getMessage()));
      return without.get();
    }
  }

  /** Parts between commas, without blanks around them and without empty ones. */
  public List<String> list(String name, List<String> fallback) {
    return text(name)
        .map(
            value ->
                Arrays.stream(value.split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList())
        .filter(parts -> !parts.isEmpty())
        .orElse(fallback);
  }

  /** One of an enum's constants, in any case, with - for _. */
  public <E extends Enum<E>> E choice(String name, Class<E> type, E fallback) {
    String expected =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(", ", "one of ", ""));
    return parsed(
        name,
        fallback,
        expected,
        value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  /** All variables whose name begins so, by full name, in the order of their names. */
  public Map<String, String> withPrefix(String prefix) {
    Map<String, String> found = new TreeMap<>();
    variables.keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .forEach(name -> text(name).ifPresent(value -> found.put(name, value)));
    return found;
  }

  /**
   * What another module reads from its own variables.
   *
   * @param prefix of their names
   * @param reader gets them by full name; its IllegalArgumentException is noted as a problem
   */
  public <T> Optional<T> group(String prefix, Function<Map<String, String>, T> reader) {
    try {
      return Optional.of(reader.apply(withPrefix(prefix)));
    } catch (IllegalArgumentException wrong) {
      problems.add(SettingProblem.of(prefix + "*", String.valueOf(wrong.getMessage())));
      return Optional.empty();
    }
  }

  /** Notes that a setting cannot be used; the given value is added, masked if it may be secret. */
  public void problem(String name, String what) {
    problems.add(
        new SettingProblem(name, text(name).map(value -> Secrets.shown(name, value)), what));
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidSettings if any setting read so far was wrong or missing; it names all of them
   */
  public void check() {
    if (!problems.isEmpty()) {
      throw new InvalidSettings(problems);
    }
  }

  /** Names and values, secrets masked. */
  @Override
  public String toString() {
    return variables.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + Secrets.shown(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", ", "Environment[", "]"));
  }

  private static URI address(String value) {
    URI uri = URI.create(value);
    if (!uri.isAbsolute()) {
      throw new IllegalArgumentException(value);
    }
    return uri;
  }

  private <T> T parsed(String name, T fallback, String expected, Parser<T> parser) {
    return optional(name, expected, parser).orElse(fallback);
  }

  private <T> Optional<T> optional(String name, String expected, Parser<T> parser) {
    return text(name)
        .flatMap(
            value -> {
              try {
                return Optional.of(parser.parse(value));
              } catch (IllegalArgumentException | DateTimeException wrong) {
                problem(name, "has to be " + expected);
                return Optional.empty();
              }
            });
  }

  /** Reads a value; what it throws means that the value is wrong. */
  private interface Parser<T> {
    T parse(String value) throws InvalidPathException, DateTimeException;
  }
}

package io.ridecast.schemas.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The registry's settings in an environment, and what is wrong with them. */
final class RegistrySettings {
  private static final String PREFIX = "SCHEMA_REGISTRY_";
  private static final URI NONE = URI.create("http://localhost");

  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  RegistrySettings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  URI url() {
    String text = value("URL");
    if (text == null) {
      problem("URL", "is missing: the address of the registry's Confluent-compatible API");
      return NONE;
    }
    try {
      URI url = new URI(text);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (http && url.getHost() != null && url.getUserInfo() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // falls through to the same answer: the text may hold a secret and is not repeated
    }
    problem("URL", "must be one http:// or https:// address without user or password");
    return NONE;
  }

  Optional<BasicAuth> basicAuth() {
    String text = value("BASIC_AUTH");
    if (text == null) {
      return Optional.empty();
    }
    int colon = text.indexOf(':');
    if (colon < 1) {
      problem("BASIC_AUTH", "must be <user>:<password>");
      return Optional.empty();
    }
    return Optional.of(new BasicAuth(text.substring(0, colon), text.substring(colon + 1)));
  }

  /** The store {@code SCHEMA_REGISTRY_SSL_<name>_LOCATION}, {@code _PASSWORD}, {@code _TYPE}. */
  Optional<TlsStore> store(String name) {
    String start = "SSL_" + name;
    String location = value(start + "_LOCATION");
    if (location == null) {
      return Optional.empty();
    }
    Path file = Path.of(location);
    if (!Files.isReadable(file)) {
      problem(start + "_LOCATION", "is no readable file: " + location);
    }
    String password = value(start + "_PASSWORD");
    String type = value(start + "_TYPE");
    return Optional.of(
        new TlsStore(file, password == null ? "" : password, type == null ? "PKCS12" : type));
  }

  Duration deadline(Duration fallback) {
    String text = value("DEADLINE");
    if (text == null) {
      return fallback;
    }
    try {
      Duration deadline = Duration.parse(text);
      if (!deadline.isNegative() && !deadline.isZero()) {
        return deadline;
      }
    } catch (DateTimeParseException e) {
      // falls through to the same answer
    }
    problem("DEADLINE", "must be a positive duration such as PT60S, not " + text);
    return fallback;
  }

  void check() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  private @Nullable String value(String name) {
    String text = environment.get(PREFIX + name);
    return text == null || text.isBlank() ? null : text.strip();
  }

  private void problem(String name, String what) {
    problems.add(PREFIX + name + " " + what);
  }
}

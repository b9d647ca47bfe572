package io.ridecast.feed.portal;

import io.ridecast.feed.pace.Pace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the portal and is patient with it: too many requests, its own errors, silence and answers
 * that break off are tried again, later each time. What will never work ends at once, with what the
 * portal says of it.
 */
final class SodaClient {
  private static final Logger LOG = LoggerFactory.getLogger(SodaClient.class);
  private static final int MOST_TRIES = 8;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int MOST_WORDS = 300;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private final HttpClient http;
  private final Optional<String> appToken;
  private final Duration patience;
  private final Duration firstPause;
  private final InstantSource wall;
  private final Pace pace;

  /**
   * @param patience with one answer
   * @param firstPause before the second try; doubled for each further one
   * @param pace waits; when it is stopped, no further try is made
   */
  SodaClient(
      Optional<String> appToken,
      Duration patience,
      Duration firstPause,
      InstantSource wall,
      Pace pace) {
    this.http = HttpClient.newBuilder().connectTimeout(patience).build();
    this.appToken = appToken;
    this.patience = patience;
    this.firstPause = firstPause;
    this.wall = wall;
    this.pace = pace;
  }

  /**
   * Brings an answer into a file, whole.
   *
   * @throws PortalFailure if it cannot be had
   */
  void get(URI uri, Path file) {
    Duration pause = firstPause;
    for (int tries = 1; ; tries++) {
      Trouble trouble = attempt(uri, file);
      if (trouble == null) {
        return;
      }
      if (!trouble.passing() || tries == MOST_TRIES || pace.stopped()) {
        throw new PortalFailure(
            "%s%s: %s%s"
                .formatted(
                    uri.getAuthority(),
                    uri.getPath(),
                    trouble.words(),
                    tries > 1 ? ", after " + tries + " tries" : ""));
      }
      Duration wait = trouble.retryAfter().orElse(pause);
      LOG.warn("the portal: {}; tries again in {} s", trouble.words(), wait.toMillis() / 1e3);
      pace.reach(wall.instant().plus(wait));
      Duration twice = pause.multipliedBy(2);
      pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
  }

  /** What was wrong with an answer, and whether it may pass. */
  private record Trouble(String words, boolean passing, Optional<Duration> retryAfter) {}

  private @Nullable Trouble attempt(URI uri, Path file) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(patience);
    appToken.ifPresent(token -> request.header("X-App-Token", token));
    try {
      HttpResponse<Path> answer = http.send(request.build(), whole(file));
      return answer.statusCode() == 200 ? null : trouble(answer);
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Trouble(why, true, Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Trouble("interrupted", false, Optional.empty());
    }
  }

  /** What an earlier answer left in the file goes first. */
  private static HttpResponse.BodyHandler<Path> whole(Path file) {
    return BodyHandlers.ofFile(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static Trouble trouble(HttpResponse<Path> answer) throws IOException {
    int status = answer.statusCode();
    String words = Files.readString(answer.body(), StandardCharsets.UTF_8).strip();
    String said = words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "..." : words;
    return new Trouble(
        "status " + status + (said.isEmpty() ? "" : ", " + said.replaceAll("\\s+", " ")),
        status == TOO_MANY_REQUESTS || status >= 500,
        answer.headers().firstValue("Retry-After").flatMap(SodaClient::seconds));
  }

  private static Optional<Duration> seconds(String retryAfter) {
    return retryAfter.matches("\\d{1,4}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)))
        : Optional.empty();
  }
}

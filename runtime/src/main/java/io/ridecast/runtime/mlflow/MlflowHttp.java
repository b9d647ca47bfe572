package io.ridecast.runtime.mlflow;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests with a deadline that counts from the first byte sent to the last one received, and
 * again after a pause while the server says that it is busy.
 */
final class MlflowHttp {
  private static final Logger LOG = LoggerFactory.getLogger(MlflowHttp.class);
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final String base;
  private final Optional<String> authorization;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  MlflowHttp(String base, Optional<String> authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  /**
   * The body of a good answer.
   *
   * @param what the request's name, for messages
   */
  byte[] sent(String what, HttpRequest.Builder request, Duration deadline, Repeat repeat)
      throws MlflowFailure {
    authorization.ifPresent(header -> request.header("Authorization", header));
    HttpRequest ready = request.build();
    BusyPauses pauses = new BusyPauses();
    while (true) {
      MlflowAnswer answer = answer(what, ready, deadline);
      if (answer.good()) {
        return answer.body();
      }
      Optional<Duration> pause =
          answer.worthAnother(repeat) ? pauses.next(answer) : Optional.empty();
      if (pause.isEmpty()) {
        throw answer.failure(base, what);
      }
      LOG.debug("{} answers {} to {}, again in {}", base, answer.status(), what, pause.get());
      pause(what, pause.get());
    }
  }

  private MlflowAnswer answer(String what, HttpRequest request, Duration deadline)
      throws MlflowFailure {
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return MlflowAnswer.of(coming.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw MlflowFailure.unanswered(
          "%s does not answer %s within %d s".formatted(base, what, deadline.toSeconds()), e);
    } catch (InterruptedException e) {
      coming.cancel(true);
      throw interrupted(what, e);
    } catch (ExecutionException e) {
      throw broken(what, e.getCause() instanceof IOException cause ? cause : new IOException(e));
    }
  }

  private MlflowFailure broken(String what, IOException cause) {
    if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
      return MlflowFailure.unreached(base + " cannot be reached: " + reason(cause), cause);
    }
    return MlflowFailure.unanswered(
        "%s breaks off at %s: %s".formatted(base, what, reason(cause)), cause);
  }

  private static String reason(IOException cause) {
    Throwable root = cause;
    while (root.getMessage() == null && root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? "connection refused" : root.getMessage();
  }

  private void pause(String what, Duration time) throws MlflowFailure {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(what, e);
    }
  }

  private MlflowFailure interrupted(String what, InterruptedException e) {
    Thread.currentThread().interrupt();
    return MlflowFailure.unanswered(
        "interrupted while %s was asked for %s".formatted(base, what), e);
  }
}

package io.ridecast.runtime.artifacts.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said when S3 does not do what it is asked to; a bucket in memory stands for it. */
class S3ObjectsTest {
  private static final URI MODEL = URI.create("s3://models/demand/1/bundle");
  private static final byte[] CONTENT = {1, 2, 3};
  private static final int SILENT = 0;
  private static final int FINE = 200;

  private final Map<String, byte[]> bucket = new ConcurrentHashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile int status = FINE;
  private HttpServer http;
  private String place;
  private S3Settings settings;
  private S3Objects objects;

  @BeforeEach
  void start() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", this::handle);
    http.setExecutor(threads);
    http.start();
    URI endpoint = URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    place = "S3 at " + endpoint;
    AccessKeys keys = new AccessKeys("who", "s3cret", Optional.empty());
    settings = new S3Settings(Optional.of(endpoint), "us-east-1", Optional.of(keys));
    objects = new S3Objects(settings, Duration.ofSeconds(30));
  }

  @AfterEach
  void stop() {
    over.countDown();
    http.stop(0);
    threads.shutdownNow();
  }

  @Test
  void shouldGiveBackWhatWasWritten() throws Exception {
    objects.put(MODEL, CONTENT);

    assertThat(objects.get(MODEL)).isEqualTo(CONTENT);
    assertThat(bucket).containsOnlyKeys("/models/demand/1/bundle");
  }

  @Test
  void shouldNeverReplaceWhatAStoreKeeps() throws Exception {
    S3ArtifactStore store = new S3ArtifactStore(objects, URI.create("s3://models"));

    assertThat(store.put("demand/1/bundle", CONTENT)).isEqualTo(MODEL);
    assertThat(store.put("demand/1/bundle", CONTENT)).as("the same again").isEqualTo(MODEL);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.put("demand/1/bundle", new byte[] {4}))
        .withMessageContaining("already holds other content");
    assertThat(store.get(MODEL)).isEqualTo(CONTENT);
  }

  @Test
  void shouldStayInsideItsPrefix() {
    S3ArtifactStore store = new S3ArtifactStore(objects, URI.create("s3://models/ridecast"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.put("../other", CONTENT))
        .withMessageContaining("is not inside the artifact store s3://models/ridecast/");
    assertThatExceptionOfType(ArtifactUnavailable.class).isThrownBy(() -> store.get(MODEL));
  }

  @Test
  void shouldTellAMissingObjectFromAStoreThatIsAway() {
    assertThatExceptionOfType(ArtifactUnavailable.class)
        .isThrownBy(() -> objects.get(MODEL))
        .withMessage(
            MODEL + " cannot be read: " + place + " has no such object or bucket (404 NoSuchKey)")
        .matches(ArtifactUnavailable::missing);

    stop();
    assertThatExceptionOfType(ArtifactUnavailable.class)
        .isThrownBy(() -> objects.get(MODEL))
        .withMessageContaining(MODEL + " cannot be read: " + place)
        .matches(failure -> !failure.missing());
  }

  @Test
  void shouldSayThatItIsRefused() {
    status = 403;

    assertThatExceptionOfType(ArtifactUnavailable.class)
        .isThrownBy(() -> objects.put(MODEL, CONTENT))
        .withMessage(
            MODEL
                + " cannot be written: "
                + place
                + " refuses (403 AccessDenied): look at the keys and the bucket's policy");
  }

  @Test
  void shouldGiveUpOnAServerThatDoesNotAnswer() {
    status = SILENT;
    S3Objects hasty = new S3Objects(settings, Duration.ofSeconds(1));

    assertThatExceptionOfType(ArtifactUnavailable.class)
        .isThrownBy(() -> hasty.get(MODEL))
        .withMessage(MODEL + " cannot be read: " + place + " does not answer in time");
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    String key = exchange.getRequestURI().getPath();
    try (exchange) {
      if (status == SILENT) {
        over.await();
      } else if (status != FINE) {
        answer(exchange, status, error("AccessDenied"));
      } else if (exchange.getRequestMethod().equals("GET")) {
        byte[] kept = bucket.get(key);
        answer(exchange, kept == null ? 404 : FINE, kept == null ? error("NoSuchKey") : kept);
      } else if (exchange.getRequestHeaders().containsKey("If-None-Match")
          && bucket.containsKey(key)) {
        answer(exchange, 412, error("PreconditionFailed"));
      } else {
        bucket.put(key, sent);
        answer(exchange, FINE, new byte[0]);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] error(String code) {
    return ("<Error><Code>" + code + "</Code></Error>").getBytes();
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}

package io.ridecast.local.mlflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Stands before a server and does to its clients what a test wants. */
final class MlflowGate implements AutoCloseable {
  private final URI server;
  private final HttpServer gate;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Function<String, Fault> faults = path -> Fault.NONE;

  /** What becomes of a request. */
  enum Fault {
    /** It is answered as the server answers it. */
    NONE,
    /** It is never answered. */
    SILENT,
    /** It is refused. */
    FORBIDDEN,
    /** It is to come again later. */
    BUSY,
    /** It is carried out, and the answer is lost. */
    LOST_ANSWER
  }

  MlflowGate(URI server) throws IOException {
    this.server = server;
    this.gate = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gate.createContext("/", this::handle);
    gate.setExecutor(threads);
    gate.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + gate.getAddress().getPort());
  }

  /** Decides by a request's method and path. */
  void faults(Function<String, Fault> decision) {
    faults = decision;
    asked.clear();
  }

  /** Methods and paths, since it was last decided. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    closed.countDown();
    gate.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    asked.add(request);
    try (exchange) {
      switch (faults.apply(request)) {
        case NONE -> pass(exchange);
        case SILENT -> closed.await();
        case FORBIDDEN -> answer(exchange, 403, "Invalid Host header");
        case BUSY -> {
          exchange.getResponseHeaders().set("Retry-After", "60");
          answer(exchange, 429, "Too many requests");
        }
        case LOST_ANSWER -> {
          forwarded(exchange);
          answer(exchange, 502, "Bad gateway");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(HttpExchange exchange) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = forwarded(exchange);
    answer(exchange, response.statusCode(), response.body());
  }

  private HttpResponse<byte[]> forwarded(HttpExchange exchange)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null) {
      request.header("Content-Type", type);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    answer(exchange, status, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}

package io.ridecast.feed.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A data set behind HTTP as the portal serves it: {@code $where} of the two shapes that the feed
 * sends, {@code $order}, {@code $limit}, the span of starts; and the portal's bad days, one for
 * each request, in turn.
 */
final class SodaServer implements AutoCloseable {
  private static final Pattern FROM = Pattern.compile("start_time >= '([^']+)'");
  private static final Pattern BEHIND =
      Pattern.compile(
          "start_time > '([^']+)' OR \\(start_time = '([^']+)' AND trip_id > '([^']+)'\\)");

  private final HttpServer server;
  private final String heading;
  private final List<String[]> rows = new ArrayList<>();
  private final Deque<Trouble> troubles = new ArrayDeque<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  final List<String> tokens = new ArrayList<>();
  final List<String> queries = new ArrayList<>();

  /** What goes wrong with one request. */
  enum Trouble {
    NONE,
    TOO_MANY_REQUESTS,
    SERVER_ERROR,
    SILENCE,
    BREAKS_OFF,
    NO_SUCH_COLUMN
  }

  SodaServer(String heading) throws IOException {
    this.heading = heading;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/resource/rides.json", this::span);
    server.createContext("/resource/rides.csv", this::page);
    server.start();
  }

  URI resource() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/resource/rides");
  }

  /** A row as it stands in the data set: id first, start second, the rest as it is. */
  synchronized void add(String row) {
    rows.add(row.split(",", 3));
  }

  synchronized void next(Trouble... next) {
    troubles.addAll(List.of(next));
  }

  @Override
  public void close() {
    ended.countDown();
    server.stop(0);
  }

  private void span(HttpExchange exchange) throws IOException {
    if (isTrouble(exchange, "[]")) {
      return;
    }
    List<String> starts = sorted().stream().map(row -> row[1]).toList();
    answer(
        exchange,
        200,
        starts.isEmpty()
            ? "[{}]"
            : "[{\"first\":\"%s\",\"last\":\"%s\"}]"
                .formatted(starts.get(0), starts.get(starts.size() - 1)));
  }

  private void page(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange);
    String text =
        sorted().stream()
            .filter(row -> isMeant(row, query.get("$where")))
            .limit(Integer.parseInt(query.get("$limit")))
            .map(row -> String.join(",", row) + "\n")
            .collect(Collectors.joining("", heading + "\n", ""));
    if (!isTrouble(exchange, text)) {
      answer(exchange, 200, text);
    }
  }

  private static boolean isMeant(String[] row, String where) {
    Matcher from = FROM.matcher(where);
    if (from.matches()) {
      return row[1].compareTo(from.group(1)) >= 0;
    }
    Matcher behind = BEHIND.matcher(where);
    if (!behind.matches()) {
      throw new IllegalArgumentException("the portal would not understand " + where);
    }
    return row[1].compareTo(behind.group(1)) > 0
        || (row[1].equals(behind.group(2)) && row[0].compareTo(behind.group(3)) > 0);
  }

  private synchronized List<String[]> sorted() {
    return rows.stream()
        .sorted(Comparator.comparing((String[] row) -> row[1]).thenComparing(row -> row[0]))
        .toList();
  }

  private boolean isTrouble(HttpExchange exchange, String whole) throws IOException {
    Trouble trouble;
    synchronized (this) {
      tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-App-Token")));
      queries.add(exchange.getRequestURI().getRawQuery());
      trouble = troubles.isEmpty() ? Trouble.NONE : troubles.remove();
    }
    switch (trouble) {
      case NONE -> {
        return false;
      }
      case TOO_MANY_REQUESTS -> {
        exchange.getResponseHeaders().add("Retry-After", "0");
        answer(exchange, 429, "{\"message\":\"Too many requests\"}");
      }
      case SERVER_ERROR -> answer(exchange, 503, "");
      case SILENCE -> awaitEnd();
      case BREAKS_OFF -> {
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.close();
      }
      case NO_SUCH_COLUMN ->
          answer(
              exchange,
              400,
              "{\"message\":\"Query coordinator error: no-such-column; start_tim\"}");
    }
    return true;
  }

  private void awaitEnd() {
    try {
      if (!ended.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody ended the test's server");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    for (String part : exchange.getRequestURI().getRawQuery().split("&")) {
      String[] sides = part.split("=", 2);
      query.put(
          URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
          URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}

package io.ridecast.aggregator.counting;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Makes dead letters with the headers that Kafka Streams gives its own, so that one reader serves
 * both. Rides are read in the processor, behind the place where Streams would notice.
 */
final class DeadLetters {
  private static final String PREFIX = "__streams.errors.";

  /** What a producer takes by default is 1 MiB, headers and all. */
  private static final int LARGEST_VALUE = 900_000;

  private DeadLetters() {}

  static DeadLetter of(byte @Nullable [] key, byte @Nullable [] value) {
    return new DeadLetter(bytes(key), isTooLarge(value) ? null : bytes(value));
  }

  static Headers headers(Origin origin, byte @Nullable [] value, Exception cause) {
    Headers headers = new RecordHeaders(origin.headers().toArray());
    put(headers, "exception", cause.getClass().getName());
    put(headers, "message", message(value, cause));
    put(headers, "topic", origin.topic());
    put(headers, "partition", Integer.toString(origin.partition()));
    put(headers, "offset", Long.toString(origin.offset()));
    return headers;
  }

  /** A record that could not be read, as it came. */
  record DeadLetter(@Nullable Bytes key, @Nullable Bytes value) {}

  /** Where a record came from. */
  record Origin(String topic, int partition, long offset, Headers headers) {}

  private static String message(byte @Nullable [] value, Exception cause) {
    String left =
        value != null && isTooLarge(value)
            ? " (its value of %d bytes is left out)".formatted(value.length)
            : "";
    return cause.getMessage() + left;
  }

  private static boolean isTooLarge(byte @Nullable [] value) {
    return value != null && value.length > LARGEST_VALUE;
  }

  private static @Nullable Bytes bytes(byte @Nullable [] part) {
    return part == null ? null : Bytes.wrap(part);
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
  }
}

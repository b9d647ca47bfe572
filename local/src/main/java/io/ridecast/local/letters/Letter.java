package io.ridecast.local.letters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A record that a service could not read.
 *
 * @param arrived when it became a dead letter
 * @param topic where it came from
 * @param partition of that topic
 * @param offset in that partition
 * @param cause why it could not be read
 * @param value as it came; null for a tombstone, or if it was too large to be kept
 */
public record Letter(
    Instant arrived,
    String topic,
    int partition,
    long offset,
    String cause,
    @Nullable Bytes value) {
  private static final String PREFIX = "__streams.errors.";
  private static final int SHOWN_BYTES = 16;

  /** The letter that a record of a dead-letter topic is. */
  public static Letter of(ConsumerRecord<byte[], byte[]> record) {
    return new Letter(
        Instant.ofEpochMilli(record.timestamp()),
        header(record, "topic"),
        Integer.parseInt("0" + header(record, "partition")),
        Long.parseLong("0" + header(record, "offset")),
        header(record, "message"),
        record.value() == null ? null : Bytes.wrap(record.value()));
  }

  /** For people, on one line. */
  public String line() {
    return "%s  %s-%d@%d  %s  %s".formatted(arrived, topic, partition, offset, shown(), cause);
  }

  private String shown() {
    if (value == null) {
      return "no value";
    }
    byte[] whole = value.get();
    String first = HexFormat.of().formatHex(whole, 0, Math.min(SHOWN_BYTES, whole.length));
    return "%d bytes %s%s".formatted(whole.length, first, whole.length > SHOWN_BYTES ? "..." : "");
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(PREFIX + name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}

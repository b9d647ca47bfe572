package io.ridecast.schemas.serdes;

/** Confluent's framing of a record: a zero byte, the schema's id in 4 bytes big-endian, Avro. */
final class WireFormat {
  static final byte MAGIC = 0;
  static final int HEADER_BYTES = 5;

  private WireFormat() {}

  static byte[] header(int id) {
    return new byte[] {MAGIC, (byte) (id >>> 24), (byte) (id >>> 16), (byte) (id >>> 8), (byte) id};
  }

  static int schemaId(byte[] bytes) {
    if (bytes.length < HEADER_BYTES) {
      throw new UndecodableRecord(
          "%d bytes are too few for the %d bytes before an Avro record"
              .formatted(bytes.length, HEADER_BYTES));
    }
    if (bytes[0] != MAGIC) {
      throw new UndecodableRecord(
          "the first byte is 0x%02x, not 0x00: not in Confluent's wire format".formatted(bytes[0]));
    }
    return (bytes[1] & 0xff) << 24
        | (bytes[2] & 0xff) << 16
        | (bytes[3] & 0xff) << 8
        | (bytes[4] & 0xff);
  }
}

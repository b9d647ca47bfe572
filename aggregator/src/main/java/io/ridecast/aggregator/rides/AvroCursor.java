package io.ridecast.aggregator.rides;

/**
 * Walks over the fields of one Avro record without making objects of them. It never leaves its
 * bytes: what points beyond their end is malformed, however large it claims to be.
 */
final class AvroCursor {
  private final byte[] bytes;
  private int position;

  AvroCursor(byte[] bytes, int start) {
    this.bytes = bytes;
    this.position = start;
  }

  /** An int or long: zig-zag, 7 bits a byte. */
  long number() {
    long raw = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (position >= bytes.length) {
        throw new UnreadableRide("it ends within a number, at byte " + position);
      }
      byte next = bytes[position++];
      raw |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return (raw >>> 1) ^ -(raw & 1);
      }
    }
    throw new UnreadableRide("a number is longer than 64 bits, before byte " + position);
  }

  /** A string that holds the number of a community. */
  int community() {
    int length = length();
    int number = CommunityNumber.of(bytes, position, length);
    position += length;
    return number;
  }

  /** The digest of a string. */
  long digest() {
    int length = length();
    long digest = IdDigest.of(bytes, position, length);
    position += length;
    return digest;
  }

  void skipText() {
    int length = length(); // moves the position itself
    position += length;
  }

  /** Which branch of a union of null and something else follows. */
  boolean isPresent() {
    long branch = number();
    if (branch != 0 && branch != 1) {
      throw new UnreadableRide("branch " + branch + " of a union of two, before byte " + position);
    }
    return branch == 1;
  }

  private int length() {
    long length = number();
    if (length < 0 || length > bytes.length - position) {
      throw new UnreadableRide(
          "a string of %d bytes, where %d are left".formatted(length, bytes.length - position));
    }
    return (int) length;
  }
}

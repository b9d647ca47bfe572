package io.ridecast.aggregator.packing;

import org.jspecify.annotations.Nullable;

/** A record that was not packed. */
final class SingleRide implements RideRecords {
  private static final byte[] NOTHING = {};

  private final byte @Nullable [] key;
  private final byte @Nullable [] value;
  private final long offset;
  private final long appendedAt;
  private boolean read;

  SingleRide(byte @Nullable [] key, byte @Nullable [] value, long offset, long appendedAt) {
    this.key = key;
    this.value = value;
    this.offset = offset;
    this.appendedAt = appendedAt;
  }

  @Override
  public boolean next() {
    boolean first = !read;
    read = true;
    return first;
  }

  @Override
  public long offset() {
    return offset;
  }

  @Override
  public long appendedAt() {
    return appendedAt;
  }

  @Override
  public boolean hasValue() {
    return value != null;
  }

  @Override
  public byte[] buffer() {
    return value == null ? NOTHING : value;
  }

  @Override
  public int start() {
    return 0;
  }

  @Override
  public int end() {
    return buffer().length;
  }

  @Override
  public byte @Nullable [] key() {
    return key;
  }

  @Override
  public byte @Nullable [] value() {
    return value;
  }
}

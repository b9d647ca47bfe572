package io.ridecast.aggregator.rides;

import java.nio.charset.StandardCharsets;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;

/**
 * XXH64 of a ride id's UTF-8 bytes. Digests are kept in changelogs, so it must stay what it is.
 * Among the n rides of one community's day, some two differing ids share a digest with a
 * probability of about n^2 / 2^65: 3e-12 for 10,000 rides.
 */
public final class IdDigest {
  private static final XXHash64 HASH = XXHashFactory.fastestJavaInstance().hash64();
  private static final long SEED = 0;

  private IdDigest() {}

  /** The digest of an id. */
  public static long of(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return of(bytes, 0, bytes.length);
  }

  static long of(byte[] bytes, int offset, int length) {
    return HASH.hash(bytes, offset, length, SEED);
  }
}

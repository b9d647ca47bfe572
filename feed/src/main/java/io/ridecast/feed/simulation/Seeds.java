package io.ridecast.feed.simulation;

import java.util.SplittableRandom;

/** Random numbers that depend on nothing but what they are for, so that any day stands alone. */
final class Seeds {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private Seeds() {}

  /** A source for one purpose, day and place. */
  static SplittableRandom random(long seed, int purpose, long day, long place) {
    long mixed = mix(seed + GOLDEN * purpose);
    mixed = mix(mixed ^ (day * GOLDEN));
    return new SplittableRandom(mix(mixed + place * GOLDEN));
  }

  /** The finalizer of MurmurHash3 in Stafford's variant 13. */
  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}

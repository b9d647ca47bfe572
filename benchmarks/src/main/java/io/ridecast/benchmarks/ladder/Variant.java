package io.ridecast.benchmarks.ladder;

/** The steps of the ladder, each in a process of its own. */
public enum Variant {
  POLL("poll only"),
  DECODE("poll, decode"),
  PLAIN("poll, decode, count in a HashMap"),
  TRANSACTIONAL("the same, a transaction each 100 ms"),
  STRAIGHTFORWARD("Streams, an id per ride in RocksDB"),
  REAL("the aggregator, everything on");

  private final String title;

  Variant(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  Drain drain(VariantSetup setup) {
    return switch (this) {
      case POLL -> new PollLoop(setup, new Ignored());
      case DECODE -> new PollLoop(setup, new Decoded());
      case PLAIN -> new PollLoop(setup, new Counted());
      case TRANSACTIONAL -> new PollLoop(setup, new CountedInTransactions(setup.kafka()));
      case STRAIGHTFORWARD -> new StraightforwardStreams(setup);
      case REAL -> new RealThing(setup);
    };
  }

  /** Whether it is given the first rides only: all of them would take a minute a run. */
  boolean takesFewRides() {
    return this == STRAIGHTFORWARD;
  }
}

package io.ridecast.aggregator.counting;

/**
 * Where counting sends what it has to say. Each is a child of its node in the topology, and records
 * go to it by name, straight to the sink of their topic: every node on the way would cost as much
 * as the record itself, and the compiler would take the whole way into each of its callers.
 */
public enum Outlet {
  /** New revisions of communities' days. */
  DEMAND("daily-demand"),
  /** Rides that do not count. */
  REJECTIONS("rejected-rides"),
  /** What a partition's books say. */
  LEDGER("ride-ledger"),
  /** Records that could not be read, as they came; where from and why is in the headers. */
  DEAD_LETTERS("aggregator-dead-letters"),
  /** What the city is told. */
  REPORTS("reports");

  private final String node;

  Outlet(String node) {
    this.node = node;
  }

  /** Name of the topology's node that takes it. */
  public String node() {
    return node;
  }
}

package io.ridecast.oracle;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.RejectionReason;
import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import io.ridecast.schemas.topics.CommunityPartition;
import io.ridecast.schemas.topics.DemandKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says what has to come out of the aggregator. Give it rides and watermarks of each partition in
 * the order in which they are read; which partition's come first makes no difference.
 */
public final class Oracle {
  private final CountingRules rules;
  private final PlainRules plain;
  private final Map<Integer, PartitionOracle> partitions = new TreeMap<>();

  /** An oracle that has seen nothing. */
  public Oracle(CountingRules rules) {
    this.rules = rules;
    this.plain = new PlainRules(rules);
    for (int partition = 0; partition < rules.partitions(); partition++) {
      partitions.put(partition, new PartitionOracle(partition, rules));
    }
  }

  /**
   * A ride.
   *
   * @param appendedAt when the broker got it
   */
  public void ride(int partition, long offset, Ride ride, Instant appendedAt) {
    reach(partition, offset);
    at(partition).ride(ride, appendedAt);
    reach(partition, offset + 1);
  }

  /** A record that nobody can read, or a tombstone. */
  public void unreadable(int partition, long offset) {
    reach(partition, offset);
    at(partition).deadLetter();
    reach(partition, offset + 1);
  }

  /** A ride that is too large to be true. */
  public void oversized(int partition, long offset) {
    reach(partition, offset);
    at(partition).reject(RejectionReason.OVERSIZED);
    reach(partition, offset + 1);
  }

  /** A watermark, read behind the rides given so far. */
  public void watermark(int partition, RideWatermark watermark) {
    at(partition).promises().receive(watermark);
    reach(partition, at(partition).reached());
  }

  /** What has to be there once all that was given has been read and open days are published. */
  public Expectation expectation() {
    Map<String, Cell> cells = new HashMap<>();
    rules.catalogue().communities().forEach(community -> addClosed(community, cells));
    Map<Integer, Books> books = new HashMap<>();
    partitions.forEach(
        (number, partition) -> {
          addOpen(partition, cells);
          books.put(number, partition.books());
        });
    return new Expectation(cells, books);
  }

  private void addClosed(Community community, Map<String, Cell> cells) {
    PartitionOracle home = at(CommunityPartition.of(community.key(), rules.partitions()));
    LocalDate first = home.first();
    if (first == null) {
      return;
    }
    for (LocalDate day = first; !day.isAfter(home.closed()); day = day.plusDays(1)) {
      if (plain.exists(community, day)) {
        String key = DemandKey.of(community.key(), day);
        boolean runs = plain.inService(community, day);
        cells.put(
            key,
            new Cell(home.rides(key), runs ? DemandStatus.CLOSED : DemandStatus.OUT_OF_SERVICE));
      }
    }
  }

  private static void addOpen(PartitionOracle partition, Map<String, Cell> cells) {
    for (String key : partition.ridden()) {
      LocalDate day = DemandKey.date(key);
      if (partition.exists(day) && day.isAfter(partition.closed())) {
        cells.put(key, new Cell(partition.rides(key), DemandStatus.OPEN));
      }
    }
  }

  private void reach(int partition, long offset) {
    at(partition).reach(offset);
  }

  private PartitionOracle at(int partition) {
    PartitionOracle oracle = partitions.get(partition);
    if (oracle == null) {
      throw new IllegalArgumentException(
          "partition " + partition + " where there are " + rules.partitions());
    }
    return oracle;
  }
}

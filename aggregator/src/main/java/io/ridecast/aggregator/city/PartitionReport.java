package io.ridecast.aggregator.city;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a partition of communities tells the one place that looks at the whole city. */
public sealed interface PartitionReport {

  /** The partition that reports. */
  int partition();

  /**
   * Its parts of closed days, all those that one call closed or revised: a backlog closes ten at
   * once, and a report each was a twentieth of the thread's time.
   *
   * @param days each day once
   */
  record DayParts(int partition, List<DayPart> days) implements PartitionReport {
    public DayParts {
      days = List.copyOf(days);
    }
  }

  /**
   * Its part of a closed day.
   *
   * @param day days since 1970-01-01
   * @param rides of its communities
   * @param communities how many of them are in service
   */
  record DayPart(int day, int rides, int communities) {}

  /**
   * How far it has come; sent after the parts of all days that this closed.
   *
   * @param watermark until when all feeds have sent everything; null while one has promised nothing
   * @param loading whether announced history is still to come
   */
  record Reached(int partition, @Nullable Instant watermark, boolean loading)
      implements PartitionReport {}
}

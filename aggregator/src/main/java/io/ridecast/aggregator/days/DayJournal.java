package io.ridecast.aggregator.days;

import java.util.List;

/** Where the counts are kept over a restart. */
public interface DayJournal {

  /**
   * The ids of the rides counted in one write, as {@link RideBlock} lays them out.
   *
   * @param lastDay the latest day among them; the blocks of a last day are numbered from 0
   */
  void block(int lastDay, int number, long[] rides);

  /**
   * What was said of one community's day on which somebody rode, unless rides that revised a closed
   * day are why: then it is in their block.
   */
  void publication(int day, Said said);

  /**
   * What was said of a day when it closed, all of it at once: a write each would cost as many as
   * there are communities.
   *
   * @param said of the communities in which somebody rode, but a {@linkplain
   *     Publication#isPlainClose plain close}, which the day and its rides tell
   */
  void closed(int day, List<Said> said);

  /** Which days exist, are closed, are forgotten. */
  void span(DaySpan span);

  /** Over which days demand is published, of all communities. */
  void members(Memberships members);

  /** No day of the block can change any more. */
  void forgetBlock(int lastDay, int number);

  /** A day changes no more: what was said of one community singly is not needed any longer. */
  void forgetPublication(int day, int community);

  /** The same of what was said when the day closed. */
  void forgetClosed(int day);

  /** Tells the target everything that is kept and not forgotten, the span first. */
  void replay(Target target);

  /** What a journal is read back into. */
  interface Target {
    void span(DaySpan span);

    void block(int lastDay, int number, long[] rides);

    /** Of all that was said of a community's day the highest revision is the last word. */
    void publication(int day, Said said);

    void closed(int day, List<Said> said);

    void member(int community, Membership membership);
  }
}

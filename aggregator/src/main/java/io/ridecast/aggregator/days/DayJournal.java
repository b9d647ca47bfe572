package io.ridecast.aggregator.days;

/** Where the counts are kept over a restart. */
public interface DayJournal {

  /**
   * The ids of the rides counted in one write, as {@link RideBlock} lays them out.
   *
   * @param lastDay the latest day among them; the blocks of a last day are numbered from 0
   */
  void block(int lastDay, int number, long[] rides);

  /** What was said of a day on which somebody rode. */
  void publication(String community, int day, Publication publication);

  /** Which days exist, are closed, are forgotten. */
  void span(DaySpan span);

  /** Over which days a community's demand is published. */
  void member(String community, Membership membership);

  /** No day of the block can change any more. */
  void forgetBlock(int lastDay, int number);

  /** A day changes no more: what was said of it is not needed any longer. */
  void forgetDay(String community, int day);

  /** Tells the target everything that is kept and not forgotten, the span first. */
  void replay(Target target);

  /** What a journal is read back into. */
  interface Target {
    void span(DaySpan span);

    void block(int lastDay, int number, long[] rides);

    void publication(String community, int day, Publication publication);

    void member(String community, Membership membership);
  }
}

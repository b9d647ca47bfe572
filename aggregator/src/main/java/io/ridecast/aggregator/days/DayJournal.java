package io.ridecast.aggregator.days;

/** Where the counts are kept over a restart. */
public interface DayJournal {

  /** New ids, as one block; the blocks of a day are numbered from 0. */
  void ids(String community, int day, int block, long[] digests);

  /** What was said of a day on which somebody rode. */
  void publication(String community, int day, Publication publication);

  /** Which days exist, are closed, are forgotten. */
  void span(DaySpan span);

  /** Over which days a community's demand is published. */
  void member(String community, Membership membership);

  /** A day changes no more: neither its ids nor what was said of it is needed any longer. */
  void forget(String community, int day, int blocks);

  /** Tells the target everything that is kept and not forgotten, in any order. */
  void replay(Target target);

  /** What a journal is read back into. */
  interface Target {
    void ids(String community, int day, int block, long[] digests);

    void publication(String community, int day, Publication publication);

    void span(DaySpan span);

    void member(String community, Membership membership);
  }
}

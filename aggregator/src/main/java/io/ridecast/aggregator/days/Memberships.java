package io.ridecast.aggregator.days;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Over which days the demand of each community of a partition has been published. Those of the
 * catalogue are kept by their place, since every start looks at all of them; those that have left
 * it, few, by their number.
 */
public final class Memberships {
  private final CommunityRoster roster;
  private final @Nullable Membership[] present;
  private final Map<Integer, Membership> gone = new HashMap<>();

  Memberships(CommunityRoster roster) {
    this.roster = roster;
    this.present = new Membership[roster.size()];
  }

  /** The community at this place; null if the catalogue did not have it before. */
  @Nullable Membership of(int place) {
    return present[place];
  }

  void put(int place, Membership membership) {
    present[place] = membership;
  }

  /** Takes back what is known of the community of this number. */
  void restore(int number, Membership known) {
    int place = roster.place(number);
    if (place == CommunityPlaces.NOT_HERE) {
      gone.put(number, known);
    } else {
      present[place] = known;
    }
  }

  /**
   * Those that have left the catalogue since they were written end here; true if there are some.
   *
   * @param last the last day on which they were published
   */
  boolean endOfThoseThatHaveGone(int last) {
    boolean some = false;
    for (Map.Entry<Integer, Membership> member : gone.entrySet()) {
      if (member.getValue().isStill()) {
        member.setValue(new Membership(member.getValue().first(), last));
        some = true;
      }
    }
    return some;
  }

  /** Shows all of them. */
  public void forEach(Action action) {
    for (int place = 0; place < present.length; place++) {
      Membership membership = present[place];
      if (membership != null) {
        action.member(roster.number(place), membership);
      }
    }
    gone.forEach(action::member);
  }

  /** Takes a community's number and its days. */
  public interface Action {
    void member(int number, Membership membership);
  }
}

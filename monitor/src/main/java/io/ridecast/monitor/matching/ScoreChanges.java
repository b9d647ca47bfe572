package io.ridecast.monitor.matching;

import io.ridecast.monitor.scoring.CommunityScores;
import io.ridecast.monitor.scoring.Pair;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares a community's scores before and after a change. */
final class ScoreChanges {

  private ScoreChanges() {}

  /** Every finding that is new or another one, by its key; the same scores give none. */
  static Map<String, Finding> between(
      String community, CommunityScores before, CommunityScores after) {
    Map<String, Finding> changes = new LinkedHashMap<>();
    Map<String, Pair> left = byKey(before);
    byKey(after)
        .forEach(
            (key, pair) -> {
              if (!pair.equals(left.remove(key))) {
                changes.put(key, new Finding.OfPair(Optional.of(pair)));
              }
            });
    left.keySet().forEach(key -> changes.put(key, new Finding.OfPair(Optional.empty())));
    after
        .accuracies()
        .forEach(
            (lead, accuracy) -> {
              if (!accuracy.equals(before.accuracies().get(lead))) {
                changes.put(community + "/" + lead, new Finding.OfCommunity(accuracy));
              }
            });
    return changes;
  }

  private static Map<String, Pair> byKey(CommunityScores scores) {
    Map<String, Pair> pairs = new TreeMap<>();
    scores.pairs().forEach(pair -> pairs.put(pair.key(), pair));
    return pairs;
  }
}

package io.ridecast.feed.simulation;

import io.ridecast.forecasting.catalogue.Community;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Where rides end: mostly where they began, else in one of the nearest areas. */
final class NearbyAreas {
  private static final double STAYS = 0.55;
  private static final int NEAREST = 5;

  private final Map<String, List<String>> nearest = new HashMap<>();

  NearbyAreas(List<Community> communities) {
    for (Community from : communities) {
      nearest.put(
          from.key(),
          communities.stream()
              .filter(to -> to.number() != from.number())
              .sorted(Comparator.comparingDouble(to -> squaredDistance(from, to)))
              .limit(NEAREST)
              .map(Community::key)
              .toList());
    }
  }

  String end(String start, SplittableRandom random) {
    List<String> others = nearest.getOrDefault(start, List.of());
    return others.isEmpty() || random.nextDouble() < STAYS
        ? start
        : others.get(random.nextInt(others.size()));
  }

  private static double squaredDistance(Community one, Community other) {
    double north = one.latitude() - other.latitude();
    double east = (one.longitude() - other.longitude()) * Math.cos(Math.toRadians(one.latitude()));
    return north * north + east * east;
  }
}

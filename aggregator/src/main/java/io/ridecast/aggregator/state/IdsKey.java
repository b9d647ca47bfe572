package io.ridecast.aggregator.state;

import io.ridecast.schemas.topics.DemandKey;
import java.time.LocalDate;

/** The key of a block of ride ids: {@code <community>/<date>/<block>}. */
record IdsKey(String community, int day, int block) {

  static IdsKey parse(String key) {
    int slash = key.lastIndexOf('/');
    String demandKey = key.substring(0, slash);
    return new IdsKey(
        DemandKey.community(demandKey),
        (int) DemandKey.date(demandKey).toEpochDay(),
        Integer.parseInt(key.substring(slash + 1)));
  }

  String text() {
    return DemandKey.of(community, LocalDate.ofEpochDay(day)) + '/' + block;
  }
}

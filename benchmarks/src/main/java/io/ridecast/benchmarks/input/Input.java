package io.ridecast.benchmarks.input;

import io.ridecast.oracle.Expectation;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import java.util.List;
import java.util.Map;

/**
 * What was sent, and what has to come of it.
 *
 * @param expected of the aggregator
 * @param shortCounts rides of the short topic by {@code <community>/<date>}, duplicates left out
 * @param shortRides how many rides are on the short topic
 * @param cells communities' days that any ride is of
 */
public record Input(
    Scenario scenario,
    Expectation expected,
    Map<String, Integer> shortCounts,
    int shortRides,
    int cells) {
  /** Holds the first rides, for what would take minutes for all of them. */
  public static final String SHORT_RIDES = "rides-short";

  /** Sends the input to topics that are empty. */
  public static Input fill(
      Scenario scenario, KafkaConfig kafka, AvroSerdes serdes, int shortRides) {
    OracleSink oracle = new OracleSink(scenario);
    PlainCounts counts = new PlainCounts(scenario.catalogue().serviceDay(), shortRides);
    try (TopicFill fill = new TopicFill(kafka, serdes, shortRides)) {
      new InputWalk(scenario, List.of(fill, oracle, counts)).run();
    }
    return new Input(scenario, oracle.expectation(), counts.counts(), shortRides, counts.cells());
  }
}

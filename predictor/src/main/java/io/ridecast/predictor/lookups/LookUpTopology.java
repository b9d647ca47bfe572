package io.ridecast.predictor.lookups;

import io.ridecast.predictor.follow.FollowedTopic;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;

/**
 * Follows all forecasts, all daily demand and the trainings. It runs as a client of its own, since
 * one topology cannot read {@code daily-demand} both by its share of the partitions and in full.
 */
public final class LookUpTopology implements Supplier<Topology> {
  private final AvroSerdes serdes;
  private final ForecastBoard forecasts;
  private final HistoryBoard history;
  private final TrainingBoard trainings;

  public LookUpTopology(
      AvroSerdes serdes, ForecastBoard forecasts, HistoryBoard history, TrainingBoard trainings) {
    this.serdes = serdes;
    this.forecasts = forecasts;
    this.history = history;
    this.trainings = trainings;
  }

  @Override
  public Topology get() {
    StreamsBuilder builder = new StreamsBuilder();
    FollowedTopic.add(
        builder, serdes, Topics.FORECASTS, (community, forecast) -> forecasts.accept(forecast));
    FollowedTopic.add(builder, serdes, Topics.DAILY_DEMAND, (cell, day) -> history.accept(day));
    FollowedTopic.add(builder, serdes, Topics.TRAINING_RUNS, (key, step) -> trainings.accept(step));
    return builder.build();
  }
}

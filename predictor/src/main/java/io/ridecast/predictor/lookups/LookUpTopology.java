package io.ridecast.predictor.lookups;

import io.ridecast.predictor.follow.FollowedTopic;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;

/**
 * Follows all forecasts and all daily demand. It runs as a client of its own, since one topology
 * cannot read {@code daily-demand} both by its share of the partitions and in full.
 */
public final class LookUpTopology implements Supplier<Topology> {
  private final AvroSerdes serdes;
  private final ForecastBoard forecasts;
  private final HistoryBoard history;

  public LookUpTopology(AvroSerdes serdes, ForecastBoard forecasts, HistoryBoard history) {
    this.serdes = serdes;
    this.forecasts = forecasts;
    this.history = history;
  }

  @Override
  public Topology get() {
    StreamsBuilder builder = new StreamsBuilder();
    FollowedTopic.add(
        builder, serdes, Topics.FORECASTS, (community, forecast) -> forecasts.accept(forecast));
    FollowedTopic.add(builder, serdes, Topics.DAILY_DEMAND, (cell, day) -> history.accept(day));
    return builder.build();
  }
}

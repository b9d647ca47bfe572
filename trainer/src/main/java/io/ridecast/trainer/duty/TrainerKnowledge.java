package io.ridecast.trainer.duty;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.runtime.time.FollowedClock;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import io.ridecast.trainer.history.DemandHistory;
import io.ridecast.trainer.models.Champions;
import io.ridecast.trainer.runs.RunHistory;
import java.util.List;

/**
 * What a trainer knows from the topics, whether it is on duty or not.
 *
 * @param demand closed demand
 * @param champions who is champion
 * @param runs how earlier runs went
 * @param clock what time it is
 */
record TrainerKnowledge(
    DemandHistory demand, Champions champions, RunHistory runs, FollowedClock clock) {

  static TrainerKnowledge of(Catalogue catalogue, FollowedClock clock) {
    return new TrainerKnowledge(
        new DemandHistory(catalogue), new Champions(), new RunHistory(), clock);
  }

  /** Keeps this up to date. */
  List<Follower<?>> followers(AvroSerdes serdes) {
    return List.of(
        new Follower<>(Topics.DAILY_DEMAND, serdes, demand::apply),
        new Follower<>(
            Topics.BUSINESS_CLOCK,
            serdes,
            (key, time) -> {
              if (time != null) {
                clock.follow(time.getNow(), time.getLoading());
              }
            }),
        new Follower<>(
            Topics.MODELS,
            serdes,
            (key, announcement) -> {
              if (announcement != null) {
                champions.apply(announcement);
              }
            }),
        new Follower<>(
            Topics.TRAINING_RUNS,
            serdes,
            (key, step) -> {
              if (step != null) {
                runs.apply(step);
              }
            }));
  }
}

package io.ridecast.trainer.duty;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.circumstances.LiveCircumstances;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.runtime.time.FollowedClock;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import io.ridecast.trainer.history.ClosedHistory;
import io.ridecast.trainer.history.DemandHistory;
import io.ridecast.trainer.models.Champions;
import io.ridecast.trainer.runs.RunHistory;
import io.ridecast.weather.WeatherRecords;
import java.util.List;
import java.util.Optional;

/**
 * What a trainer knows from the topics, whether it is on duty or not.
 *
 * @param demand closed demand
 * @param circumstances own days and the weather
 * @param champions who is champion
 * @param runs how earlier runs went
 * @param clock what time it is
 */
record TrainerKnowledge(
    DemandHistory demand,
    LiveCircumstances circumstances,
    Champions champions,
    RunHistory runs,
    FollowedClock clock) {

  static TrainerKnowledge of(Catalogue catalogue, EventCalendar events, FollowedClock clock) {
    return new TrainerKnowledge(
        new DemandHistory(catalogue),
        new LiveCircumstances(events, catalogue.serviceDay()),
        new Champions(),
        new RunHistory(),
        clock);
  }

  /** What a training would be made on now; empty when no day is closed everywhere. */
  Optional<ClosedHistory> history() {
    return demand.closed().map(history -> history.in(circumstances.now()));
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
            Topics.WEATHER,
            serdes,
            (date, day) -> {
              if (day != null) {
                circumstances.accept(WeatherRecords.report(day));
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

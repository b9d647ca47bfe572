package io.ridecast.predictor.rest;

import io.javalin.http.Context;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.predictor.lookups.ForecastBoard;
import io.ridecast.predictor.lookups.HistoryBoard;
import io.ridecast.predictor.models.ServingModels;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.Forecast;
import io.ridecast.runtime.time.BusinessClock;
import java.util.Comparator;
import java.util.List;

/** Answers what is asked with GET below /v1. */
final class LookUpRoutes {
  private static final int USUAL_DAYS = 60;

  private final Questions questions;
  private final Bodies bodies;
  private final ForecastBoard forecasts;
  private final HistoryBoard history;
  private final ServingModels models;
  private final BusinessClock clock;
  private volatile AllForecasts all = new AllForecasts(-1, -1, false, new byte[0]);

  LookUpRoutes(
      Questions questions,
      Bodies bodies,
      ForecastBoard forecasts,
      HistoryBoard history,
      ServingModels models,
      BusinessClock clock) {
    this.questions = questions;
    this.bodies = bodies;
    this.forecasts = forecasts;
    this.history = history;
    this.models = models;
    this.clock = clock;
  }

  void communities(Context context) {
    Answers.send(context, bodies.communities());
  }

  void forecasts(Context context) {
    questions.requireLoaded();
    Answers.send(context, allForecasts());
  }

  void forecast(Context context) {
    Answers.send(context, bodies.forecast(questions.forecast(context.pathParam("community"))));
  }

  void forecastDay(Context context) {
    Forecast forecast = questions.forecast(context.pathParam("community"));
    Answers.send(
        context,
        bodies.forecastDay(
            forecast, Questions.day(forecast, Questions.date(context.pathParam("date")))));
  }

  void history(Context context) {
    Community community = questions.community(context.pathParam("community"));
    int days = Questions.number(context, "days", USUAL_DAYS, HistoryBoard.DAYS);
    questions.requireLoaded();
    List<DailyDemand> known = history.of(community.key(), days);
    if (known.isEmpty() && (history.isEmpty() || clock.loading())) {
      throw Problem.notReady("No demand is known yet: it is still being loaded.");
    }
    Answers.send(context, bodies.history(community, known));
  }

  void model(Context context) {
    questions.requireLoaded();
    if (models.deciding()) {
      throw Problem.notReady("The announced model is being fetched and verified.");
    }
    Answers.send(context, bodies.model(models.ready()));
  }

  /** Written anew only when a forecast or the time has changed: this is what everybody asks for. */
  private byte[] allForecasts() {
    long version = forecasts.version();
    long second = clock.now().getEpochSecond();
    boolean loading = clock.loading();
    AllForecasts written = all;
    if (written.version != version || written.second != second || written.loading != loading) {
      List<Forecast> known = forecasts.communities();
      if (known.isEmpty()) {
        throw Problem.notReady("There is no forecast yet: demand is still being loaded.");
      }
      known.sort(Comparator.comparingInt(forecast -> Integer.parseInt(forecast.getCommunity())));
      byte[] body = Answers.bytes(bodies.forecasts(known, forecasts.of(Community.CITY)));
      written = new AllForecasts(version, second, loading, body);
      all = written;
    }
    return written.body;
  }

  private static final class AllForecasts {
    private final long version;
    private final long second;
    private final boolean loading;
    private final byte[] body;

    AllForecasts(long version, long second, boolean loading, byte[] body) {
      this.version = version;
      this.second = second;
      this.loading = loading;
      this.body = body;
    }
  }
}

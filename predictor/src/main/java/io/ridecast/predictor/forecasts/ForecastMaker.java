package io.ridecast.predictor.forecasts;

import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.circumstances.LiveCircumstances;
import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.model.ForecastInput;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.predictor.demand.CityTotals;
import io.ridecast.predictor.horizon.BusinessMoment;
import io.ridecast.predictor.horizon.Standing;
import io.ridecast.predictor.models.Plausibility;
import io.ridecast.records.Forecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes forecasts in batches: one call of the model for all communities that share a first lead.
 */
final class ForecastMaker {
  private final CityTotals city;
  private final LiveCircumstances circumstances;

  ForecastMaker(CityTotals city, LiveCircumstances circumstances) {
    this.city = city;
    this.circumstances = circumstances;
  }

  /**
   * Makes all of them, features included.
   *
   * @throws ImplausibleForecast if the model fails, or answers with something that is no forecast
   */
  List<Made> make(List<Order> orders, ServingModel serving, BusinessMoment moment) {
    Map<Integer, List<Order>> byFirstLead =
        orders.stream()
            .collect(
                Collectors.groupingBy(
                    order -> order.horizon().firstLead(), TreeMap::new, Collectors.toList()));
    List<Made> made = new ArrayList<>(orders.size());
    byFirstLead.forEach((lead, batch) -> made.addAll(makeBatch(batch, lead, serving, moment)));
    return made;
  }

  private List<Made> makeBatch(
      List<Order> orders, int firstLead, ServingModel serving, BusinessMoment moment) {
    Map<LocalDate, DemandSeries> totals = new HashMap<>();
    Circumstances now = circumstances.now();
    List<ForecastInput> inputs = orders.stream().map(order -> input(order, totals, now)).toList();
    List<List<DayForecast>> days;
    float[][][] features;
    try {
      days = serving.model().forecast(inputs, firstLead);
      features = serving.model().features(inputs, firstLead);
    } catch (RuntimeException failure) {
      throw new ImplausibleForecast("the model fails: " + failure, failure);
    }
    List<Made> made = new ArrayList<>(orders.size());
    for (int i = 0; i < orders.size(); i++) {
      check(days.get(i));
      Forecast forecast =
          record(orders.get(i), inputs.get(i), days.get(i), serving, moment)
              .setForecastId(
                  ForecastIdentity.of(orders.get(i), serving, inputs.get(i), features[i]))
              .setFeatures(lists(features[i]))
              .build();
      made.add(new Made(orders.get(i), forecast));
    }
    return made;
  }

  /** One series for all of an origin: what the model derives from it is then computed once. */
  private ForecastInput input(Order order, Map<LocalDate, DemandSeries> totals, Circumstances now) {
    LocalDate origin = order.horizon().origin();
    return new ForecastInput(
        order.community(),
        order.state().history().series(origin),
        totals.computeIfAbsent(origin, city::series),
        origin,
        now);
  }

  private static void check(List<DayForecast> days) {
    for (DayForecast day : days) {
      Plausibility.problem(day)
          .ifPresent(
              problem -> {
                throw new ImplausibleForecast(problem, null);
              });
    }
  }

  private static Forecast.Builder record(
      Order order,
      ForecastInput input,
      List<DayForecast> days,
      ServingModel serving,
      BusinessMoment moment) {
    LocalDate origin = order.horizon().origin();
    return Forecast.newBuilder()
        .setCommunity(order.community().key())
        .setOriginDate(origin)
        .setDays(days.stream().map(ForecastRecords::day).toList())
        .setModelVersion(serving.version())
        .setRunId(serving.runId())
        .setTrigger(order.trigger())
        .setQuality(QualityRule.of(serving.isFallback(), input.demand(), origin, moment))
        .setDemandRevisions(order.state().history().revisions(origin, Standing.BEARING_DAYS))
        .setGeneratedAt(moment.now())
        .setValidUntil(moment.end(order.horizon().firstDay()))
        .setCityIncluded(!Float.isNaN(input.city().at(origin)));
  }

  private static List<List<Float>> lists(float[][] features) {
    return Arrays.stream(features)
        .map(
            row -> {
              List<Float> values = new ArrayList<>(row.length);
              for (float value : row) {
                values.add(value);
              }
              return values;
            })
        .toList();
  }

  /** A forecast and what it was made for. */
  record Made(Order order, Forecast forecast) {}
}

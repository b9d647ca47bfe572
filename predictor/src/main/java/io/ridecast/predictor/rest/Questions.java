package io.ridecast.predictor.rest;

import io.javalin.http.Context;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.predictor.lookups.ForecastBoard;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastDay;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Reads what a request asks for; whatever it cannot find is a {@link Problem}. */
final class Questions {
  private static final int NEAREST_NAMES = 3;

  private final Catalogue catalogue;
  private final ForecastBoard forecasts;
  private final BooleanSupplier loaded;

  Questions(Catalogue catalogue, ForecastBoard forecasts, BooleanSupplier loaded) {
    this.catalogue = catalogue;
    this.forecasts = forecasts;
    this.loaded = loaded;
  }

  /** Ends the request while what is known has not been read. */
  void requireLoaded() {
    if (!loaded.getAsBoolean()) {
      throw Problem.notReady("Forecasts and demand are being read. Try again in a moment.");
    }
  }

  /** The community of a number or name. */
  Community community(String asked) {
    return catalogue
        .find(asked)
        .orElseThrow(
            () -> Problem.unknownCommunity(asked, catalogue.nearestNames(asked, NEAREST_NAMES)));
  }

  /** The forecast of a community's number or name, or of the city. */
  Forecast forecast(String asked) {
    boolean city = asked.strip().toUpperCase(Locale.ROOT).equals(Community.CITY);
    String key = city ? Community.CITY : community(asked).key();
    requireLoaded();
    return forecasts.of(key).orElseThrow(() -> noForecast(asked));
  }

  /** The day of a forecast. */
  static ForecastDay day(Forecast forecast, LocalDate date) {
    return forecast.getDays().stream()
        .filter(day -> day.getDate().equals(date))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.outsideHorizon(
                    date,
                    forecast.getDays().get(0).getDate(),
                    forecast.getDays().get(forecast.getDays().size() - 1).getDate()));
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException wrong) {
      throw Problem.badRequest("The date has to be like 2020-09-11.");
    }
  }

  /** A whole number of the query within bounds. */
  static int number(Context context, String name, int fallback, int most) {
    String text = context.queryParam(name);
    if (text == null) {
      return fallback;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException wrong) {
      // the answer is the same
    }
    throw Problem.badRequest("%s has to be a whole number from 1 to %d.".formatted(name, most));
  }

  private Problem noForecast(String asked) {
    if (forecasts.communities().isEmpty()) {
      return Problem.notReady("There is no forecast yet: demand is still being loaded.");
    }
    return Problem.notFound("There is no forecast of '%s' now.".formatted(asked.strip()));
  }
}

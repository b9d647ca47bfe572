package io.ridecast.local.backtest;

import io.ridecast.feed.simulation.SimulatedWeather;
import io.ridecast.feed.simulation.Simulation;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.forecasting.weather.WeatherFile;
import io.ridecast.forecasting.weather.WeatherHistory;
import io.ridecast.forecasting.weather.WeatherReport;
import io.ridecast.runtime.settings.Environment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a backtest is given beside demand.
 *
 * @param events the file of own days, if there is one
 * @param weather the weather file, if there is one
 * @param simulatedWeather the city whose weather is taken, if there is one
 */
public record CircumstancesInput(
    Optional<Path> events, Optional<Path> weather, Optional<Simulation> simulatedWeather) {
  private static final String SIMULATED = "simulated";

  /**
   * Reads the settings EVENTS and WEATHER; wrong ones are noted in the environment.
   *
   * @param simulated the city that is simulated, if one is: it has weather of its own
   */
  static CircumstancesInput from(Environment environment, Optional<Simulation> simulated) {
    boolean ofCity = environment.text("WEATHER").filter(SIMULATED::equals).isPresent();
    if (ofCity && simulated.isEmpty()) {
      environment.problem(
          "WEATHER", "is only simulated where the city is: give SIMULATE or a file");
    }
    return new CircumstancesInput(
        InputFile.readable(environment, "EVENTS"),
        ofCity ? Optional.empty() : InputFile.readable(environment, "WEATHER"),
        ofCity ? simulated : Optional.empty());
  }

  /**
   * Reads the files.
   *
   * @param note hears a line on each
   */
  Circumstances read(Catalogue catalogue, Consumer<String> note) {
    Circumstances circumstances = Circumstances.usual();
    if (events.isPresent()) {
      EventCalendar calendar = EventCalendar.load(events.get(), catalogue);
      note.accept("%d own events".formatted(calendar.size()));
      circumstances = circumstances.with(calendar);
    }
    List<WeatherReport> reports = reports(catalogue, note);
    return circumstances.with(WeatherHistory.of(reports), catalogue.serviceDay());
  }

  private List<WeatherReport> reports(Catalogue catalogue, Consumer<String> note) {
    if (simulatedWeather.isPresent()) {
      Simulation city = simulatedWeather.get();
      note.accept("weather of the simulated city, as its service forecast and observed it");
      return new SimulatedWeather(city.seed(), catalogue.serviceDay())
          .issuedOn(city.firstDay(), city.firstLiveDay());
    }
    if (weather.isEmpty()) {
      return List.of();
    }
    WeatherFile file = WeatherFile.read(weather.get(), catalogue.serviceDay());
    List<WeatherReport> reports = file.reports(day -> Instant.MIN);
    note.accept(
        file.tellsIssues()
            ? "weather as it was issued: each forecast sees what was issued before its origin ended"
            : "weather as if it had been known in advance, without error: the file does not say"
                + " when it was issued (issued_at)");
    return reports;
  }
}

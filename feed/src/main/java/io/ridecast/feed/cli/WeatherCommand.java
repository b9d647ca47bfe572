package io.ridecast.feed.cli;

import io.ridecast.feed.sending.WeatherDelivery;
import io.ridecast.feed.weather.WeatherRows;
import io.ridecast.records.DailyWeather;
import io.ridecast.records.WeatherKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a weather file. */
@Command(
    name = "weather",
    description = {
      "Sends a weather file to the topic weather. Its columns are",
      "date,tmax,tmin,precipitation,wind,snow[,issued_at]",
      "in degrees C, mm, km/h, mm of depth; an empty field is not known. A day may",
      "have many rows, forecasts and what came of them. Without issued_at, days",
      "before today were observed by their end, and the others are a forecast",
      "issued now. What is sent twice counts once."
    })
final class WeatherCommand implements Callable<Integer> {
  private final FeedSession session;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The weather file.")
  private Path file = Path.of("");

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "Its zone says what a local day is (default: CATALOG, else Chicago's).")
  private @Nullable Path catalog;

  WeatherCommand(FeedSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<DailyWeather> weather =
        new WeatherRows(
                session.catalogue(Optional.ofNullable(catalog)).serviceDay(),
                session.wall().instant())
            .of(file);
    try (WeatherDelivery delivery = session.weather()) {
      delivery.send(weather);
    }
    long observed = weather.stream().filter(day -> day.getKind() == WeatherKind.OBSERVED).count();
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%,d weather reports sent: %,d observed, %,d forecast%n",
            weather.size(),
            observed,
            weather.size() - observed);
    return 0;
  }
}

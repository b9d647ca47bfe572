package io.ridecast.benchmarks.accuracy;

import io.ridecast.forecasting.backtest.Score;
import io.ridecast.forecasting.measures.PairedBootstrap.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Standings as CSV, for programs; lead 0 is all leads together. */
final class StandingFile {
  private static final String HEADING =
      "series,lead,model,forecasts,wape,to_ridecast,to_ridecast_low,to_ridecast_high,to_naive,to_naive_low,to_naive_high,"
          + "to_autoets,to_autoets_low,to_autoets_high,bias,pinball,coverage,seconds";

  private final List<String> lines = new ArrayList<>(List.of(HEADING));

  /**
   * Adds standings.
   *
   * @param series what was forecast: communities, or the city
   */
  void add(String series, List<Standing> standings) {
    standings.forEach(standing -> lines.add(line(series, standing)));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  private static String line(String series, Standing standing) {
    Score score = standing.score();
    OptionalInt seconds = standing.entrant().seconds();
    return String.join(
        ",",
        series,
        Integer.toString(standing.lead()),
        standing.entrant().name(),
        Long.toString(score.forecasts()),
        number(score.wape()),
        ratio(standing.toOwn()),
        ratio(standing.toNaive()),
        standing.toEts().map(StandingFile::ratio).orElse(",,"),
        number(score.bias()),
        number(score.pinball()),
        standing.entrant().interval() ? number(score.coverage()) : "",
        seconds.isPresent() ? Integer.toString(seconds.getAsInt()) : "");
  }

  private static String ratio(Ratio ratio) {
    return String.join(",", number(ratio.ratio()), number(ratio.low()), number(ratio.high()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }
}

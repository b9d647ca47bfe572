package io.ridecast.forecasting.backtest.report;

import io.ridecast.forecasting.backtest.BacktestPlan;
import io.ridecast.forecasting.backtest.BacktestResult;
import io.ridecast.forecasting.backtest.Method;
import io.ridecast.forecasting.backtest.Score;
import io.ridecast.forecasting.backtest.Scoreboard;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.charts.ChartStyle;
import io.ridecast.forecasting.charts.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The report of a backtest: one HTML file with everything in it. */
public final class BacktestReport {
  private static final String STYLE = "report.css";

  private BacktestReport() {}

  /**
   * Writes the report.
   *
   * @param notes lines on what it rests on, such as the input and how it was taken
   */
  public static void write(
      Path file, BacktestResult result, Catalogue catalogue, List<String> notes)
      throws IOException {
    CommunitySection communities = new CommunitySection(catalogue, result.communities());
    String page =
        "<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'>"
            + "<meta name='viewport' content='width=device-width, initial-scale=1'>"
            + "<title>Backtest</title><style>"
            + style()
            + ChartStyle.sheet()
            + "</style></head><body><main>\n"
            + head(result, notes)
            + ScoreSection.of("Communities", result.communities())
            + LeadSection.of(result.communities())
            + MonthSection.of(result.communities())
            + communities.worst()
            + ScoreSection.of("City", result.city())
            + Html.section(
                "Day by day",
                Html.paragraph("What was forecast the day before, and what came."),
                Html.legend("ridecast", "median and P10-P90", "actual", "rides"),
                DayChart.of("City", result.city()),
                communities.days())
            + Html.section("Words", words())
            + "</main></body></html>\n";
    Files.writeString(file, page, StandardCharsets.UTF_8);
  }

  private static String head(BacktestResult result, List<String> notes) {
    BacktestPlan plan = result.plan();
    Scoreboard board = Scoreboard.of(result.communities());
    Score model = board.overall(Method.RIDECAST);
    Score naive = board.overall(Method.SEASONAL_NAIVE);
    StringBuilder head = new StringBuilder("<header><h1>Backtest</h1>");
    head.append(
        Html.paragraph(
            "%s to %s, a forecast from every day for the next %d days; fitted anew every %d days,"
                    .formatted(plan.from(), plan.to(), BacktestPlan.LEADS, plan.refitDays())
                + " intervals calibrated every day on the last %d."
                    .formatted(plan.calibrationDays())));
    notes.forEach(note -> head.append(Html.paragraph(note)));
    head.append("<div class='tiles'>");
    tile(head, "%.3f", model.wape() / naive.wape(), "of the seasonal naive's error");
    tile(head, "%.3f", model.wape(), "WAPE of the median");
    tile(head, "%+.1f %%", 100 * model.bias(), "bias of the mean");
    tile(head, "%.1f %%", 100 * model.coverage(), "of days within P10-P90");
    tile(head, "%,.0f", (double) model.forecasts(), "forecasts compared");
    return head.append("</div></header>\n").toString();
  }

  private static void tile(StringBuilder head, String format, double value, String what) {
    head.append("<div><b>")
        .append(Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value))
        .append("</b>")
        .append(Markup.escaped(what))
        .append("</div>");
  }

  private static String words() {
    return Html.paragraph(
            "WAPE: sum of absolute errors over sum of rides. MASE: absolute error over the seasonal"
                + " naive's. Pinball: mean loss of P10, P50 and P90 over rides, doubled; a method"
                + " without quantiles is taken at its one number. Bias: forecast less actual over"
                + " rides, positive is too high.")
        + Html.paragraph(
            "7-day seasonal naive: the newest known same weekday. 4-week mean: the mean of the last"
                + " 4. Calendar trees: boosted trees that know the community, the date and"
                + " holidays, fitted when the model is. All are compared on the same days.");
  }

  private static String style() {
    try (InputStream in =
        Objects.requireNonNull(BacktestReport.class.getResourceAsStream(STYLE), STYLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

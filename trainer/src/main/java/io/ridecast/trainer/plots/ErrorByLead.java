package io.ridecast.trainer.plots;

import io.ridecast.forecasting.charts.Chart;
import io.ridecast.forecasting.charts.ChartFile;
import io.ridecast.forecasting.features.FeatureRows;
import io.ridecast.forecasting.measures.Wape;
import java.util.List;
import java.util.Locale;

/** The median's error by lead, beside last week's same weekday. */
final class ErrorByLead {
  private static final int LEADS = FeatureRows.LAST_LEAD;
  private static final double WIDTH = 0.36;

  private ErrorByLead() {}

  static byte[] of(List<JudgedForecast> judged) {
    Wape[] model = new Wape[LEADS];
    Wape[] naive = new Wape[LEADS];
    for (int lead = 0; lead < LEADS; lead++) {
      model[lead] = new Wape();
      naive[lead] = new Wape();
    }
    for (JudgedForecast each : judged) {
      if (!Double.isNaN(each.forecast().naive())) {
        model[each.lead() - 1].add(each.median(), each.actual());
        naive[each.lead() - 1].add(each.forecast().naive(), each.actual());
      }
    }
    return ChartFile.of(
        "Error by lead: WAPE of the median on the held-out days",
        chart(model, naive),
        "ridecast",
        "this model",
        "naive",
        "7-day seasonal naive");
  }

  private static Chart chart(Wape[] model, Wape[] naive) {
    double most = 0.1;
    for (int lead = 0; lead < LEADS; lead++) {
      most = Math.max(most, 1.05 * Math.max(known(model[lead]), known(naive[lead])));
    }
    Chart chart = new Chart(640, 280, 0.5, LEADS + 0.5, 0, most).scale("%.2f");
    for (int lead = 1; lead <= LEADS; lead++) {
      chart.label(lead, "lead " + lead);
      bar(chart, lead - WIDTH, model[lead - 1], "ridecast");
      bar(chart, lead, naive[lead - 1], "naive");
    }
    return chart;
  }

  private static void bar(Chart chart, double left, Wape wape, String style) {
    String text = String.format(Locale.ROOT, "%.4f", wape.value());
    chart.bar(left, left + WIDTH, 0, known(wape), style, text);
  }

  private static double known(Wape wape) {
    return Double.isFinite(wape.value()) ? wape.value() : 0;
  }
}

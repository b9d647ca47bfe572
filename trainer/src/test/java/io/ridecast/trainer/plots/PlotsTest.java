package io.ridecast.trainer.plots;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.boosting.RawForecast;
import io.ridecast.forecasting.training.HeldOutDays;
import io.ridecast.forecasting.training.HeldOutForecast;
import io.ridecast.forecasting.training.HeldOutForecasts;
import io.ridecast.trainer.models.SampleBundle;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PlotsTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 6, 1);
  private static final HeldOutDays DAYS =
      new HeldOutDays(FIRST, FIRST.plusDays(28), FIRST.plusDays(55));

  @Test
  void shouldDrawTheErrorOfEachLeadBesideTheNaives() throws Exception {
    Map<String, byte[]> plots = Plots.of(forecasts(), DAYS);

    assertThat(bars(plots.get("error-by-lead.svg"), "ridecast"))
        .as("ten rides of a hundred are missed")
        .hasSize(7)
        .containsOnly("0.1000");
    assertThat(bars(plots.get("error-by-lead.svg"), "naive")).hasSize(7).containsOnly("0.2000");
  }

  @Test
  void shouldDrawWhereDaysFellAmongTheQuantiles() throws Exception {
    Map<String, byte[]> plots = Plots.of(forecasts(), DAYS);

    assertThat(bars(plots.get("calibration.svg"), "ridecast"))
        .as("every day came out between the median and P90")
        .hasSize(21)
        .containsOnly("P10: 0.0 %", "P50: 0.0 %", "P90: 100.0 %");
  }

  @Test
  void shouldDrawEveryHeldOutDayBesideItsForecast() throws Exception {
    byte[] plot = Plots.of(forecasts(), DAYS).get("forecast-against-actual.svg");

    NodeList dots = parsed(plot).getElementsByTagName("circle");
    assertThat(dots.getLength()).isEqualTo(56);
    assertThat(dots.item(0).getTextContent()).isEqualTo("2020-06-01: 200, forecast 180");
  }

  @Test
  void shouldDrawWhatTheMeanRestsOn() throws Exception {
    byte[] plot = Plots.of(SampleBundle.one().bundle()).get("importance.svg");

    assertThat(parsed(plot).getElementsByTagName("rect").getLength())
        .as("the paper and a bar for each feature")
        .isEqualTo(26);
  }

  /** Two communities with a hundred rides each, forecast at ninety, naively at eighty. */
  private static HeldOutForecasts forecasts() {
    List<HeldOutForecast> forecasts = new ArrayList<>();
    for (int day = 0; day < 56; day++) {
      for (int lead = 1; lead <= 7; lead++) {
        for (String community : List.of("1", "2")) {
          RawForecast raw = new RawForecast(90, 90, 70, 90, 120);
          forecasts.add(new HeldOutForecast(community, FIRST.plusDays(day), lead, raw, 80, 100));
        }
      }
    }
    return HeldOutForecasts.of(forecasts);
  }

  private static List<String> bars(byte[] plot, String style) throws Exception {
    NodeList all = parsed(plot).getElementsByTagName("rect");
    List<String> said = new ArrayList<>();
    for (int at = 0; at < all.getLength(); at++) {
      Element bar = (Element) all.item(at);
      if (bar.getAttribute("class").equals(style) && bar.hasChildNodes()) {
        said.add(bar.getTextContent());
      }
    }
    return said;
  }

  private static Document parsed(byte[] svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg));
  }
}

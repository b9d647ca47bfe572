package io.ridecast.trainer.steps;

import static io.ridecast.trainer.history.SampleHistory.FAIR;
import static io.ridecast.trainer.history.SampleHistory.LAST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.weather.WeatherMeasures;
import io.ridecast.forecasting.weather.WeatherReport;
import io.ridecast.trainer.history.ClosedHistory;
import io.ridecast.trainer.history.SampleHistory;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryStepTest {
  private static final List<WeatherReport> WEATHER = SampleHistory.weather(1);
  private static final ClosedHistory HISTORY = SampleHistory.in(WEATHER, FAIR);

  private final HistoryStep step = new HistoryStep(Catalogue.chicago(), Optional.of(HISTORY));

  @Test
  void shouldTellHistoriesApartByWeatherAndOwnDays() {
    String digest = digest(HISTORY);

    assertThat(digest(SampleHistory.in(SampleHistory.weather(1), FAIR))).isEqualTo(digest);
    assertThat(digest(SampleHistory.in(SampleHistory.weather(2), FAIR))).isNotEqualTo(digest);
    assertThat(digest(SampleHistory.in(WEATHER, FAIR.replace("04-05", "04-06"))))
        .isNotEqualTo(digest);
    assertThat(digest(SampleHistory.in(List.of(), "date,name\n"))).isNotEqualTo(digest);
  }

  @Test
  void shouldNotMindWhatWasIssuedWhenTheLastDayHadEnded() {
    Instant end = Catalogue.chicago().serviceDay().end(LAST);

    assertThat(digest(withReport(end))).isEqualTo(digest(HISTORY));
    assertThat(digest(withReport(end.minusMillis(1)))).isNotEqualTo(digest(HISTORY));
  }

  @Test
  void shouldRestoreAllThatItLeft() throws Exception {
    ClosedHistory restored = step.restored(step.files(HISTORY));

    assertThat(digest(restored)).isEqualTo(digest(HISTORY));
    assertThat(step.phrase(restored)).isEqualTo(step.phrase(HISTORY));
    assertThat(restored.panel().circumstances().weather().reports()).isEqualTo(WEATHER);
    assertThat(restored.panel().circumstances().events().text())
        .isEqualTo(HISTORY.panel().circumstances().events().text());
  }

  @Test
  void shouldNotGoOnWithoutTheWeatherThatItBeganWith() {
    Map<String, byte[]> files = new HashMap<>(step.files(HISTORY));
    files.remove(HistoryStep.WEATHER);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> step.restored(files))
        .withMessageContaining("weather.csv");
    files.put(HistoryStep.WEATHER, "date,tmax".getBytes());
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> step.restored(files));
  }

  private static ClosedHistory withReport(Instant issued) {
    List<WeatherReport> more = new ArrayList<>(WEATHER);
    more.add(new WeatherReport(LAST, issued, WeatherMeasures.of(1.0, 0.0, 0.0, null, null)));
    return SampleHistory.in(more, FAIR);
  }

  private String digest(ClosedHistory history) {
    return step.notes(history).data().orElseThrow().digest();
  }
}

package io.ridecast.predictor;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.records.Forecast;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** What the predictor has said on its topics since each was last asked for. */
final class PredictorOutput {
  private final List<Forecast> published = new ArrayList<>();
  private final TestOutputTopic<String, Forecast> forecasts;
  private final TestOutputTopic<String, Forecast> log;

  PredictorOutput(TopologyTestDriver driver, AvroSerdes serdes) {
    this.forecasts = topic(driver, serdes, Topics.FORECASTS);
    this.log = topic(driver, serdes, Topics.FORECAST_LOG);
  }

  /** The communities' forecasts that have come out since the last question. */
  List<Forecast> forecasts() {
    return taken(false);
  }

  /** The city's forecasts since the last question of this kind. */
  List<Forecast> ofCity() {
    return taken(true);
  }

  /** The communities' forecasts in the log, likewise. */
  List<Forecast> log() {
    return log.readValuesToList().stream().filter(forecast -> !isCity(forecast)).toList();
  }

  /** The last of them that is of a community. */
  static Forecast newest(List<Forecast> forecasts, String community) {
    List<Forecast> own =
        forecasts.stream().filter(forecast -> forecast.getCommunity().equals(community)).toList();
    return own.get(own.size() - 1);
  }

  private List<Forecast> taken(boolean ofCity) {
    published.addAll(forecasts.readValuesToList());
    List<Forecast> asked =
        published.stream().filter(forecast -> isCity(forecast) == ofCity).toList();
    published.removeIf(forecast -> isCity(forecast) == ofCity);
    return asked;
  }

  private static boolean isCity(Forecast forecast) {
    return forecast.getCommunity().equals(Community.CITY);
  }

  private static <V extends SpecificRecord> TestOutputTopic<String, V> topic(
      TopologyTestDriver driver, AvroSerdes serdes, Topic<V> topic) {
    return driver.createOutputTopic(
        topic.name(), new StringDeserializer(), serdes.value(topic).deserializer());
  }
}

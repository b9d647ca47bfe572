package io.ridecast.predictor.models;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.ridecast.records.ModelRejection;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes refusals on {@code model-rejections}, and the serving version as a metric. */
public final class ModelNews implements ModelEvents, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelNews.class);

  private final KafkaConfig kafka;
  private final AvroSerdes serdes;
  private final MeterRegistry meters;
  private final MultiGauge version;
  private @Nullable KafkaProducer<String, ModelRejection> producer;

  /** Connects with the first refusal. */
  public ModelNews(KafkaConfig kafka, AvroSerdes serdes, MeterRegistry meters) {
    this.kafka = kafka;
    this.serdes = serdes;
    this.meters = meters;
    this.version =
        MultiGauge.builder("ridecast.model.version")
            .description("1 for the model that serves; none while only the fallback does")
            .register(meters);
  }

  @Override
  public void serves(Optional<ReadyModel> model) {
    version.register(
        model
            .map(ready -> ready.announcement())
            .map(
                announcement ->
                    MultiGauge.Row.of(
                        Tags.of(
                            "version",
                            announcement.getVersion(),
                            "sha256",
                            announcement.getSha256()),
                        1))
            .stream()
            .toList(),
        true);
  }

  @Override
  public synchronized void refused(ModelRejection rejection) {
    meters.counter("ridecast.model.rejections", "reason", rejection.getReason().name()).increment();
    KafkaProducer<String, ModelRejection> connected = producer;
    if (connected == null) {
      connected =
          new KafkaProducer<>(
              kafka.producer("predictor-models"),
              serdes.key().serializer(),
              serdes.value(Topics.MODEL_REJECTIONS).serializer());
      producer = connected;
    }
    var unused =
        connected.send(
            new ProducerRecord<>(
                Topics.MODEL_REJECTIONS.name(),
                rejection.getName() + "/" + rejection.getVersion(),
                rejection),
            (sent, failure) -> {
              if (failure != null) {
                LOG.warn(
                    "The refusal of model {} is not published.", rejection.getVersion(), failure);
              }
            });
  }

  @Override
  public synchronized void close() {
    KafkaProducer<String, ModelRejection> connected = producer;
    if (connected != null) {
      connected.close();
    }
  }
}

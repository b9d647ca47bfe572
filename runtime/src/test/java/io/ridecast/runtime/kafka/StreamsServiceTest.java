package io.ridecast.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ridecast.runtime.service.Health;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsServiceTest {
  @TempDir Path state;

  @Test
  void shouldSayWhatItWaitsForUntilItRuns() {
    try (StreamsService service = service()) {
      assertThat(service.health()).isEqualTo(new Health.Starting("its start"));
      assertThat(service.stopped()).isNotDone();
    }
  }

  @Test
  void shouldEndNormallyWhenClosedEvenBeforeItsStartAndTwice() {
    StreamsService service = service();

    service.close();
    service.close();

    assertThat(service.stopped()).isCompleted();
  }

  @Test
  void shouldMeasureItsClients() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();

    try (StreamsService service = new StreamsService("copier", topology(), settings(), meters)) {
      assertThat(meters.getMeters())
          .anyMatch(meter -> meter.getId().getName().startsWith("kafka.stream"));
      assertThat(service.name()).isEqualTo("copier");
    }
  }

  private StreamsService service() {
    return new StreamsService("copier", topology(), settings(), new SimpleMeterRegistry());
  }

  private Properties settings() {
    return StreamsSettings.exactlyOnce(KafkaConfig.plain("localhost:1"), "copier", state, "dead");
  }

  private static Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()).withName("source"))
        .to("out", Produced.with(Serdes.String(), Serdes.String()).withName("sink"));
    return builder.build();
  }
}

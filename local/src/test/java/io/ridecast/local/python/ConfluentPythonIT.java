package io.ridecast.local.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ridecast.local.stack.LocalStack;
import io.ridecast.local.stack.LocalStackExtension;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is promised to every consumer: a Confluent client reads all topics with nothing of ours. */
@ExtendWith({RequiresPython.class, LocalStackExtension.class})
class ConfluentPythonIT {

  @Test
  void shouldReadEveryTopicUnaided(LocalStack stack) throws Exception {
    ConfluentPython python = ConfluentPython.require();
    for (Topic<?> topic : Topics.all()) {
      sendSample(stack, topic);
    }

    Map<String, JsonNode> read =
        python
            .read(
                stack.bootstrapServers(),
                stack.registryUrl().toString(),
                Topics.all().stream().map(Topic::name).toList())
            .stream()
            .collect(Collectors.toMap(record -> record.get("topic").asText(), Function.identity()));

    assertThat(read).hasSameSizeAs(Topics.all());
    for (Topic<?> topic : Topics.all()) {
      JsonNode record = read.get(topic.name());
      assertThat(record.get("key").asText()).isEqualTo("6");
      assertThat(fields(record.get("value"))).as(topic.name()).isEqualTo(fields(topic));
    }
    assertThat(read.get("daily-demand").get("value").get("date").asText()).isEqualTo("2020-08-12");
    assertThat(read.get("rides").get("value").get("started_at").asText())
        .isEqualTo("2020-08-12 17:00:00+00:00");
    assertThat(read.get("forecasts").at("/value/days/0/mean").asDouble()).isEqualTo(2.5);
  }

  private static <V extends SpecificRecord> void sendSample(LocalStack stack, Topic<V> topic)
      throws Exception {
    Schema schema = SpecificData.get().getSchema(topic.valueType());
    int id = stack.registry().register(topic.name() + "-value", schema);
    V value =
        stack.serdes().value(topic).deserializer().deserialize(topic.name(), framed(id, schema));
    stack.send(topic, "6", value);
  }

  private static byte[] framed(int id, Schema schema) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0);
    bytes.write(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(schema).write(SampleValue.of(schema), encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static List<String> fields(JsonNode value) {
    Iterable<String> names = value::fieldNames;
    return StreamSupport.stream(names.spliterator(), false).toList();
  }

  private static List<String> fields(Topic<?> topic) {
    return SpecificData.get().getSchema(topic.valueType()).getFields().stream()
        .map(Schema.Field::name)
        .toList();
  }
}

package io.ridecast.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class InMemoryRegistryTest {
  private final InMemoryRegistry registry = new InMemoryRegistry();

  @Test
  void shouldGiveOneIdToOneSchemaWhateverTheSubject() {
    Schema text = Schema.create(Schema.Type.STRING);
    Schema number = Schema.create(Schema.Type.INT);

    assertThat(registry.register("a", text)).isEqualTo(1);
    assertThat(registry.register("b", number)).isEqualTo(2);
    assertThat(registry.register("c", text)).isEqualTo(1);
    assertThat(registry.byId(2)).isEqualTo(number);
  }

  @Test
  void shouldNotKnowWhatWasNeverRegistered() {
    assertThatExceptionOfType(UnknownSchemaId.class).isThrownBy(() -> registry.byId(1));
    assertThatExceptionOfType(UnknownSchemaId.class).isThrownBy(() -> registry.byId(0));
    assertThatExceptionOfType(UnknownSchemaId.class).isThrownBy(() -> registry.byId(-1));
  }
}

package io.ridecast.schemas.topics;

import org.apache.avro.specific.SpecificRecord;

/**
 * A topic of Avro records; its keys are UTF-8 strings.
 *
 * @param name the topic's name on the broker
 * @param valueType the record that it holds
 */
public record Topic<V extends SpecificRecord>(String name, Class<V> valueType) {

  /** The registry's subject of this topic's values. */
  public String subject() {
    return name + "-value";
  }
}

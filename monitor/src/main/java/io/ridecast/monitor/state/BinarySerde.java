package io.ridecast.monitor.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Turns a way to write and read a value into a serde for the monitor's own state; null passes. */
final class BinarySerde<T> implements Serde<T> {
  private final Writing<T> writing;
  private final Reading<T> reading;

  BinarySerde(Writing<T> writing, Reading<T> reading) {
    this.writing = writing;
    this.reading = reading;
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> write(value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> read(topic, bytes);
  }

  private byte @Nullable [] write(@Nullable T value) {
    if (value == null) {
      return null;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writing.write(value, out);
    } catch (IOException impossible) {
      throw new SerializationException("Cannot write " + value, impossible);
    }
    return bytes.toByteArray();
  }

  private @Nullable T read(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return reading.read(in);
    } catch (IOException cause) {
      throw new SerializationException("State of " + topic + " cannot be read", cause);
    }
  }

  /** Writes a value. */
  interface Writing<T> {
    void write(T value, DataOutputStream out) throws IOException;
  }

  /** Reads what was written. */
  interface Reading<T> {
    T read(DataInputStream in) throws IOException;
  }
}

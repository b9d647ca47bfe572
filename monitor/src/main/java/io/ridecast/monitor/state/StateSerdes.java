package io.ridecast.monitor.state;

import io.ridecast.monitor.scoring.MonitoredDay;
import io.ridecast.monitor.scoring.Pair;
import io.ridecast.monitor.scoring.PastForecast;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;

/**
 * Serdes of what the monitor keeps. Each value begins with the number of its format, so that a
 * later release can still read it.
 */
public final class StateSerdes {
  private static final int FORMAT = 1;
  private static final long NOT_KNOWN = Long.MIN_VALUE;

  private StateSerdes() {}

  /** Of a day with its forecasts. */
  public static Serde<MonitoredDay> day() {
    return new BinarySerde<>(StateSerdes::write, StateSerdes::readDay);
  }

  /** Of a pair. */
  public static Serde<Pair> pair() {
    return new BinarySerde<>(StateSerdes::write, StateSerdes::readPair);
  }

  private static void write(MonitoredDay day, DataOutputStream out) throws IOException {
    out.writeByte(FORMAT);
    out.writeInt((int) day.date().toEpochDay());
    out.writeFloat(day.rides());
    out.writeLong(day.knownAt().map(Instant::toEpochMilli).orElse(NOT_KNOWN));
    out.writeByte(day.forecasts().size());
    for (Map.Entry<Integer, PastForecast> forecast : day.forecasts().entrySet()) {
      out.writeByte(forecast.getKey());
      write(forecast.getValue(), out);
    }
  }

  private static MonitoredDay readDay(DataInputStream in) throws IOException {
    requireFormat(in);
    LocalDate date = LocalDate.ofEpochDay(in.readInt());
    float rides = in.readFloat();
    long knownAt = in.readLong();
    SortedMap<Integer, PastForecast> forecasts = new TreeMap<>();
    for (int left = in.readByte(); left > 0; left--) {
      forecasts.put((int) in.readByte(), readForecast(in));
    }
    Optional<Instant> known =
        knownAt == NOT_KNOWN ? Optional.empty() : Optional.of(Instant.ofEpochMilli(knownAt));
    return new MonitoredDay(date, rides, known, forecasts);
  }

  private static void write(Pair pair, DataOutputStream out) throws IOException {
    out.writeByte(FORMAT);
    out.writeUTF(pair.community());
    out.writeInt((int) pair.date().toEpochDay());
    out.writeByte(pair.lead());
    out.writeDouble(pair.actual());
    out.writeDouble(pair.naive());
    write(pair.forecast(), out);
  }

  private static Pair readPair(DataInputStream in) throws IOException {
    requireFormat(in);
    return new Pair(
        in.readUTF(),
        LocalDate.ofEpochDay(in.readInt()),
        in.readByte(),
        in.readDouble(),
        in.readDouble(),
        readForecast(in));
  }

  private static void write(PastForecast forecast, DataOutputStream out) throws IOException {
    out.writeDouble(forecast.mean());
    out.writeDouble(forecast.p10());
    out.writeDouble(forecast.p50());
    out.writeDouble(forecast.p90());
    out.writeUTF(forecast.modelVersion());
    out.writeLong(forecast.generatedAt().toEpochMilli());
  }

  private static PastForecast readForecast(DataInputStream in) throws IOException {
    return new PastForecast(
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readUTF(),
        Instant.ofEpochMilli(in.readLong()));
  }

  private static void requireFormat(DataInputStream in) throws IOException {
    int format = in.readByte();
    if (format != FORMAT) {
      throw new IOException("format " + format + " is not known here, only " + FORMAT);
    }
  }
}

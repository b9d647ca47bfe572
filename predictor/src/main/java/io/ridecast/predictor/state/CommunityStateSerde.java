package io.ridecast.predictor.state;

import io.ridecast.predictor.demand.DemandHistory;
import io.ridecast.predictor.demand.HistoryCodec;
import io.ridecast.predictor.horizon.CurrentForecast;
import io.ridecast.predictor.horizon.Horizon;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** How a community's state lies in the store: a byte for the format, then compact binary. */
public final class CommunityStateSerde {
  private static final int FORMAT = 1;
  private static final int TYPICAL_BYTES = 2048;

  private CommunityStateSerde() {}

  /** A serde that any number of threads may use. */
  public static Serde<CommunityState> create() {
    return Serdes.serdeFrom(
        (topic, state) -> state == null ? null : write(state),
        (topic, bytes) -> bytes == null ? null : read(bytes));
  }

  static byte[] write(CommunityState state) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
      BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
      out.writeInt(FORMAT);
      out.writeBoolean(state.revised());
      out.writeBoolean(state.current().isPresent());
      if (state.current().isPresent()) {
        CurrentForecast current = state.current().get();
        out.writeLong(current.origin().toEpochDay());
        out.writeInt(current.horizon().firstLead());
        out.writeString(current.modelVersion());
        out.writeBoolean(current.overdue());
      }
      HistoryCodec.write(state.history(), out);
      out.flush();
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("Writing to memory failed", impossible);
    }
  }

  static CommunityState read(byte[] bytes) {
    try {
      BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes, null);
      int format = in.readInt();
      if (format != FORMAT) {
        throw new IllegalStateException(
            "The store holds format "
                + format
                + ", this version reads "
                + FORMAT
                + ": reset the application");
      }
      boolean revised = in.readBoolean();
      Optional<CurrentForecast> current =
          in.readBoolean() ? Optional.of(readForecast(in)) : Optional.empty();
      DemandHistory history = HistoryCodec.read(in);
      return new CommunityState(history, current, revised);
    } catch (IOException broken) {
      throw new UncheckedIOException("The store holds a broken state", broken);
    }
  }

  private static CurrentForecast readForecast(BinaryDecoder in) throws IOException {
    LocalDate origin = LocalDate.ofEpochDay(in.readLong());
    int firstLead = in.readInt();
    return new CurrentForecast(new Horizon(origin, firstLead), in.readString(), in.readBoolean());
  }
}

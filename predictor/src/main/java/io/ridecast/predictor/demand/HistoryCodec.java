package io.ridecast.predictor.demand;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/** A history in about three bytes a day: first day, length, then count and revision as varints. */
public final class HistoryCodec {

  private HistoryCodec() {}

  /** Writes a history behind what is written already. */
  public static void write(DemandHistory history, Encoder out) throws IOException {
    out.writeLong(history.first.toEpochDay());
    out.writeInt(history.rides.length);
    for (int i = 0; i < history.rides.length; i++) {
      out.writeInt(history.rides[i]);
      out.writeInt(history.revisions[i]);
    }
  }

  /** Reads what {@link #write} has written. */
  public static DemandHistory read(Decoder in) throws IOException {
    LocalDate first = LocalDate.ofEpochDay(in.readLong());
    int length = in.readInt();
    int[] rides = new int[length];
    int[] revisions = new int[length];
    for (int i = 0; i < length; i++) {
      rides[i] = in.readInt();
      revisions[i] = in.readInt();
    }
    return new DemandHistory(first, rides, revisions);
  }
}

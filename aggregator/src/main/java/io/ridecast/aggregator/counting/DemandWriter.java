package io.ridecast.aggregator.counting;

import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.Encoder;

/**
 * Writes demand as Avro does, without looking at the schema for each field of each record. A day
 * closes in all communities at once, which is where a backlog spends a tenth of its time.
 */
public final class DemandWriter implements DatumWriter<DailyDemand> {
  private static final Schema STATUSES = DemandStatus.getClassSchema();

  /** The schema is known. */
  @Override
  public void setSchema(Schema schema) {}

  @Override
  public void write(DailyDemand demand, Encoder out) throws IOException {
    out.writeString(demand.getCommunity());
    out.writeInt((int) demand.getDate().toEpochDay());
    out.writeInt(demand.getRides());
    out.writeInt(demand.getRevision());
    out.writeEnum(STATUSES.getEnumOrdinal(demand.getStatus().name()));
    out.writeLong(demand.getEmittedAt().toEpochMilli());
  }
}

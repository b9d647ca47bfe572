package io.ridecast.aggregator.rides;

import io.ridecast.records.Ride;
import io.ridecast.schemas.registry.SchemaRegistry;
import io.ridecast.schemas.registry.UnknownSchemaId;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads rides. Where the writer's schema lays a record out as ours does, the head is read in place:
 * the fields behind it are only stepped over, which still finds a truncated record, and no object
 * is made of them (half the cost of a full decode). Any other writer's schema is decoded in full.
 * For one thread.
 */
public final class RideReader {
  private static final int HEADER_BYTES = 5;
  private static final long OUR_LAYOUT =
      SchemaNormalization.parsingFingerprint64(Ride.getClassSchema());
  private static final VarHandle SCHEMA_ID =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final long NONE = Long.MIN_VALUE;

  private final SchemaRegistry registry;
  private final Deserializer<Ride> full;
  private long ourLayoutId = NONE;
  private long otherLayoutId = NONE;

  public RideReader(SchemaRegistry registry) {
    this.registry = registry;
    this.full = new AvroSerdes(registry).value(Topics.RIDES).deserializer();
  }

  /**
   * What counting needs of a ride.
   *
   * @throws org.apache.kafka.common.errors.SerializationException if the bytes can never be read
   * @throws io.ridecast.schemas.registry.SchemaRegistryException if the registry does not answer
   */
  public RideHead head(byte[] value) {
    return isOurLayout(value)
        ? inPlace(new AvroCursor(value, HEADER_BYTES))
        : RideHead.of(ride(value));
  }

  /** The whole ride; throws as {@link #head} does. */
  public Ride ride(byte[] value) {
    return full.deserialize(Topics.RIDES.name(), value);
  }

  private boolean isOurLayout(byte[] value) {
    if (value.length < HEADER_BYTES || value[0] != 0) {
      return false; // the full decode says what is wrong
    }
    int id = (int) SCHEMA_ID.get(value, 1);
    if (id == ourLayoutId || id == otherLayoutId) {
      return id == ourLayoutId;
    }
    boolean ours = layoutOf(id) == OUR_LAYOUT;
    if (ours) {
      ourLayoutId = id;
    } else {
      otherLayoutId = id;
    }
    return ours;
  }

  private long layoutOf(int id) {
    try {
      return SchemaNormalization.parsingFingerprint64(registry.byId(id));
    } catch (UnknownSchemaId unknown) {
      throw new UnreadableRide(unknown);
    }
  }

  private RideHead inPlace(AvroCursor cursor) {
    long id = cursor.digest();
    long startedAt = cursor.number();
    int community = cursor.community();
    long endedAt = cursor.isPresent() ? cursor.number() : RideHead.NO_END;
    skipOptionalText(cursor); // end_community
    skipOptionalText(cursor); // vendor
    if (cursor.isPresent()) {
      cursor.number(); // distance_m
    }
    cursor.skipText(); // feed
    return new RideHead(id, startedAt, community, endedAt);
  }

  private static void skipOptionalText(AvroCursor cursor) {
    if (cursor.isPresent()) {
      cursor.skipText();
    }
  }
}

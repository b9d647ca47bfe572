package io.ridecast.schemas.topics;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition a community belongs to: murmur2 of its UTF-8 bytes, as Kafka's own producer
 * places a keyed record.
 */
public final class CommunityPartition {
  private CommunityPartition() {}

  /** The community's partition among {@code partitions}, from 0. */
  public static int of(String community, int partitions) {
    return of(community.getBytes(StandardCharsets.UTF_8), partitions);
  }

  /** The same of a community in UTF-8. */
  public static int of(byte[] community, int partitions) {
    return Utils.toPositive(Utils.murmur2(community)) % partitions;
  }
}

package io.ridecast.aggregator.packing;

import io.ridecast.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Packs the rides that a poll brought, a partition at a time. A record with headers is passed on as
 * it is, because a pack keeps none. If packing fails, the consumer logs it and passes the records
 * on unpacked.
 */
public final class RidePacker implements ConsumerInterceptor<byte[], byte[]> {
  /** Bounds the memory of a pack, and how long one process() takes. */
  private static final int MOST_RIDES = 2_000;

  @Override
  public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> packed = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> ofPartition = records.records(partition);
      boolean rides = partition.topic().equals(Topics.RIDES.name());
      packed.put(partition, rides ? packed(ofPartition) : ofPartition);
    }
    return new ConsumerRecords<>(packed, records.nextOffsets());
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    // Packs do not outlive their poll.
  }

  @Override
  public void configure(Map<String, ?> configs) {
    // Nothing to set.
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  private static List<ConsumerRecord<byte[], byte[]>> packed(
      List<ConsumerRecord<byte[], byte[]>> records) {
    List<ConsumerRecord<byte[], byte[]>> result = new ArrayList<>();
    int start = 0;
    for (int end = 0; end < records.size(); end++) {
      if (records.get(end).headers().iterator().hasNext()) {
        addPack(records.subList(start, end), result);
        result.add(records.get(end));
        start = end + 1;
      } else if (end + 1 - start == MOST_RIDES) {
        addPack(records.subList(start, end + 1), result);
        start = end + 1;
      }
    }
    addPack(records.subList(start, records.size()), result);
    return result;
  }

  private static void addPack(
      List<ConsumerRecord<byte[], byte[]>> records, List<ConsumerRecord<byte[], byte[]>> result) {
    if (records.size() > 1) {
      result.add(PackWriter.pack(records));
    } else {
      result.addAll(records);
    }
  }
}

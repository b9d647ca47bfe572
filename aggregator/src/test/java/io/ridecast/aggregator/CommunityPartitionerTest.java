package io.ridecast.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.schemas.topics.CommunityPartition;
import io.ridecast.schemas.topics.DemandKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommunityPartitionerTest {
  private static final String TOPIC = "daily-demand";

  private final Partitioner partitioner = new CommunityPartitioner();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 13})
  void shouldPutACommunitysDaysWhereItsRidesAre(int partitions) {
    for (int number = 1; number < 1_000; number++) {
      String community = Integer.toString(number);
      int home = CommunityPartition.of(community, partitions);

      for (String date : List.of("2019-06-01", "2019-06-02")) {
        assertThat(partition(DemandKey.of(community, date), partitions)).isEqualTo(home);
      }
      assertThat(partition(community, partitions)).as("its rejected rides").isEqualTo(home);
    }
  }

  @Test
  void shouldPutARecordWithoutKeyAnywhere() {
    int[] found =
        IntStream.range(0, 1_000)
            .map(n -> partitioner.partition(TOPIC, null, null, null, bytes("v" + n), cluster(8)))
            .toArray();

    assertThat(found).containsOnly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(partitioner.partition(TOPIC, null, null, null, null, cluster(8))).isBetween(0, 7);
  }

  private int partition(String key, int partitions) {
    return partitioner.partition(TOPIC, key, bytes(key), null, null, cluster(partitions));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Cluster cluster(int partitions) {
    Node node = new Node(0, "localhost", 9092);
    Node[] nodes = {node};
    List<PartitionInfo> infos =
        IntStream.range(0, partitions)
            .mapToObj(partition -> new PartitionInfo(TOPIC, partition, node, nodes, nodes))
            .toList();
    return new Cluster("c", List.of(node), infos, Set.of(), Set.of());
  }
}

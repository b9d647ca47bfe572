package io.ridecast.schemas.topics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the catalogue's topics on a broker and says what is wrong with those that are there. */
public final class TopicAdmin {
  private static final Logger LOG = LoggerFactory.getLogger(TopicAdmin.class);

  private final Admin admin;
  private final TopicCatalogue catalogue;

  /** The broker is the one of {@code admin}, which stays the caller's to close. */
  public TopicAdmin(Admin admin, TopicCatalogue catalogue) {
    this.admin = admin;
    this.catalogue = catalogue;
  }

  /**
   * Creates the topics that are missing and leaves the others as they are.
   *
   * @param replicationFactor copies of each partition; -1 takes the broker's default
   * @throws KafkaException if the broker refuses one
   */
  public void create(short replicationFactor) {
    List<NewTopic> topics =
        catalogue.all().stream()
            .map(
                spec ->
                    new NewTopic(spec.name(), spec.partitions(), replicationFactor)
                        .configs(spec.configs()))
            .toList();
    admin.createTopics(topics).values().values().forEach(TopicAdmin::awaitCreated);
  }

  /** What is wrong, a sentence each: a missing topic, or another number of partitions. */
  public List<String> problems() {
    List<String> names = catalogue.all().stream().map(TopicSpec::name).toList();
    return TopicProblems.of(catalogue, partitions(names));
  }

  /**
   * In how many partitions the broker keeps communities.
   *
   * @throws IllegalStateException if rides, ride-watermarks, daily-demand and forecasts differ or
   *     one is missing
   */
  public int communityPartitions() {
    return TopicProblems.communityPartitions(partitions(TopicProblems.CO_PARTITIONED));
  }

  private Map<String, Integer> partitions(List<String> names) {
    Map<String, Integer> partitions = new TreeMap<>();
    for (Map.Entry<String, KafkaFuture<TopicDescription>> entry :
        admin.describeTopics(names).topicNameValues().entrySet()) {
      try {
        partitions.put(entry.getKey(), await(entry.getValue()).partitions().size());
      } catch (UnknownTopicOrPartitionException missing) {
        LOG.debug("topic {} is not there", entry.getKey());
      }
    }
    return partitions;
  }

  private static void awaitCreated(KafkaFuture<Void> creation) {
    try {
      await(creation);
    } catch (TopicExistsException alreadyThere) {
      LOG.debug("{}", alreadyThere.getMessage());
    }
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while asking the broker for its topics", e);
    }
  }
}

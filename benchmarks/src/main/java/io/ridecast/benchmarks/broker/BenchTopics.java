package io.ridecast.benchmarks.broker;

import io.ridecast.benchmarks.input.Input;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.topics.TopicAdmin;
import io.ridecast.schemas.topics.TopicCatalogue;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.common.KafkaFuture;

/** The topics of a measured run: made new for each, but for the input's. */
public final class BenchTopics implements AutoCloseable {
  private static final Set<String> INPUT =
      Set.of(Topics.RIDES.name(), Topics.RIDE_WATERMARKS.name(), Input.SHORT_RIDES);
  private static final int BROKER = 1;

  private final Admin admin;

  public BenchTopics(KafkaConfig kafka) {
    this.admin = Admin.create(kafka.admin());
  }

  /** All topics of the catalogue, and the one of the first rides. */
  public void create() {
    TopicCatalogue catalogue = TopicCatalogue.load();
    new TopicAdmin(admin, catalogue).create((short) 1);
    if (!names(name -> true).contains(Input.SHORT_RIDES)) {
      int partitions = partitions(catalogue);
      await(
          admin
              .createTopics(List.of(new NewTopic(Input.SHORT_RIDES, partitions, (short) 1)))
              .all());
    }
  }

  /** Removes what the last run wrote and where it stood; the input stays. */
  public void resetOutput() {
    Set<String> topics = names(BenchTopics::isOutput);
    await(admin.deleteTopics(topics).all());
    while (!names(topics::contains).isEmpty()) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    Collection<GroupListing> groups = await(admin.listGroups().all());
    await(admin.deleteConsumerGroups(groups.stream().map(GroupListing::groupId).toList()).all());
    create();
  }

  /** Bytes in the logs of all that a run wrote: output, changelogs, what lies between its parts. */
  public long outputBytes() {
    Map<Integer, Map<String, LogDirDescription>> directories =
        await(admin.describeLogDirs(List.of(BROKER)).allDescriptions());
    return directories.values().stream()
        .flatMap(broker -> broker.values().stream())
        .flatMap(directory -> directory.replicaInfos().entrySet().stream())
        .filter(replica -> isOutput(replica.getKey().topic()))
        .map(Map.Entry::getValue)
        .mapToLong(ReplicaInfo::size)
        .sum();
  }

  @Override
  public void close() {
    admin.close();
  }

  private static boolean isOutput(String topic) {
    return !topic.startsWith("__") && !INPUT.contains(topic);
  }

  private Set<String> names(Predicate<String> which) {
    return await(admin.listTopics().names()).stream().filter(which).collect(Collectors.toSet());
  }

  private static int partitions(TopicCatalogue catalogue) {
    return catalogue.all().stream()
        .filter(spec -> spec.name().equals(Topics.RIDES.name()))
        .findFirst()
        .orElseThrow()
        .partitions();
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

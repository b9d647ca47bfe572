package io.ridecast.schemas.topics;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every topic with its layout, as {@code topics.yaml} says. */
public final class TopicCatalogue {
  private final List<TopicSpec> specs;
  private final Set<String> byCommunity;

  private TopicCatalogue(List<TopicSpec> specs, Set<String> byCommunity) {
    this.specs = List.copyOf(specs);
    this.byCommunity = Set.copyOf(byCommunity);
  }

  /** Reads the bundled {@code topics.yaml}. */
  public static TopicCatalogue load() {
    TopicsFile file = TopicsFile.read();
    return new TopicCatalogue(
        file.topics().stream().map(entry -> entry.spec(file.communityPartitions())).toList(),
        file.topics().stream()
            .filter(TopicsFile.Entry::byCommunity)
            .map(TopicsFile.Entry::name)
            .collect(Collectors.toSet()));
  }

  /** All topics, in the file's order. */
  public List<TopicSpec> all() {
    return specs;
  }

  /**
   * The layout of one topic.
   *
   * @throws IllegalArgumentException if there is no such topic
   */
  public TopicSpec spec(String name) {
    return specs.stream()
        .filter(spec -> spec.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no topic " + name + " in topics.yaml"));
  }

  /** The same topics, those that are partitioned by community with {@code number} partitions. */
  public TopicCatalogue withCommunityPartitions(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("a topic needs at least 1 partition, not " + number);
    }
    return new TopicCatalogue(
        specs.stream()
            .map(spec -> byCommunity(spec.name()) ? spec.withPartitions(number) : spec)
            .toList(),
        byCommunity);
  }

  /** Whether the topic is partitioned by community: all such topics have as many partitions. */
  public boolean byCommunity(String name) {
    return byCommunity.contains(name);
  }
}

package io.ridecast.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ridecast.records.Ride;
import io.ridecast.schemas.topics.CommunityPartition;
import io.ridecast.schemas.topics.TopicAdmin;
import io.ridecast.schemas.topics.TopicCatalogue;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStackExtension.class)
class TopicsIT {

  @Test
  void shouldFindEveryTopicAsItWasAskedFor(LocalStack stack) {
    try (Admin admin = stack.admin()) {
      TopicAdmin topics = new TopicAdmin(admin, TopicCatalogue.load());

      assertThat(topics.problems()).isEmpty();
      assertThat(topics.communityPartitions()).isEqualTo(8);
    }
  }

  @Test
  void shouldNameATopicThatIsMissing(LocalStack stack) throws Exception {
    try (Admin admin = stack.admin()) {
      TopicAdmin topics = new TopicAdmin(admin, TopicCatalogue.load());
      admin.deleteTopics(List.of(Topics.WEATHER.name())).all().get();

      // The broker answers before its own view of the topics has changed.
      await().atMost(Duration.ofSeconds(60)).until(() -> !topics.problems().isEmpty());
      assertThat(topics.problems()).singleElement().asString().contains("weather", "missing");

      topics.create((short) 1);
      assertThat(topics.problems()).isEmpty();
    }
  }

  @Test
  void shouldCarryARideThroughBrokerAndRegistry(LocalStack stack) throws Exception {
    Ride ride =
        Ride.newBuilder()
            .setRideId("a-1")
            .setStartedAt(Instant.parse("2020-08-12T10:00:00Z"))
            .setCommunity("6")
            .setFeed("rides")
            .build();

    int partition = stack.send(Topics.RIDES, "6", ride).partition();

    List<ConsumerRecord<String, Ride>> read =
        stack.read(Topics.RIDES, Duration.ofSeconds(20), records -> !records.isEmpty());
    assertThat(read.get(0).value()).isEqualTo(ride);
    assertThat(partition).isEqualTo(CommunityPartition.of("6", 8));
  }
}

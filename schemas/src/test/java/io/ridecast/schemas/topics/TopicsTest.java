package io.ridecast.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private final TopicCatalogue catalogue = TopicCatalogue.load();

  @Test
  void shouldHaveAHandleForEachTopicOfRecordsAndNoOther() {
    List<String> listed =
        catalogue.all().stream()
            .filter(spec -> !spec.value().equals("bytes"))
            .map(spec -> spec.name() + " " + spec.value())
            .toList();

    assertThat(
            Topics.all().stream()
                .map(topic -> topic.name() + " " + topic.valueType().getSimpleName()))
        .containsExactlyElementsOf(listed);
  }

  @Test
  void shouldListEveryConstant() {
    long constants =
        Arrays.stream(Topics.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .filter(field -> field.getType() == Topic.class)
            .count();

    assertThat(Topics.all()).hasSize((int) constants).doesNotHaveDuplicates();
  }

  @Test
  void shouldNameDeadLettersAfterTheirService() {
    List<String> bytes =
        catalogue.all().stream()
            .filter(spec -> spec.value().equals("bytes"))
            .map(TopicSpec::name)
            .toList();

    assertThat(bytes)
        .containsExactlyInAnyOrder(
            Topics.deadLetters("aggregator"),
            Topics.deadLetters("predictor"),
            Topics.deadLetters("monitor"));
  }

  @Test
  void shouldNameTheSubjectAfterTheTopic() {
    assertThat(Topics.DAILY_DEMAND.subject()).isEqualTo("daily-demand-value");
  }

  @Test
  void shouldSayHowATopicIsLaidOut() {
    assertThat(catalogue.spec("rides"))
        .isEqualTo(
            new TopicSpec(
                "rides",
                "feed",
                "community",
                "Ride",
                8,
                Map.of(
                    "cleanup.policy", "delete",
                    "retention.ms", "2592000000",
                    "message.timestamp.type", "LogAppendTime")));
    assertThat(catalogue.spec("models").configs())
        .containsOnly(
            Map.entry("cleanup.policy", "compact"),
            Map.entry("message.timestamp.type", "LogAppendTime"));
    assertThat(catalogue.spec("forecast-accuracy").configs())
        .containsEntry("cleanup.policy", "compact,delete");
  }

  @Test
  void shouldCountRetentionFromArrivalOnEveryTopic() {
    assertThat(catalogue.all())
        .allSatisfy(
            spec ->
                assertThat(spec.configs())
                    .containsEntry("message.timestamp.type", "LogAppendTime"));
  }

  @Test
  void shouldGiveRetentionToExactlyTheTopicsThatDelete() {
    assertThat(catalogue.all())
        .allSatisfy(
            spec ->
                assertThat(spec.configs().containsKey("retention.ms"))
                    .as(spec.name())
                    .isEqualTo(spec.configs().get("cleanup.policy").contains("delete")));
  }

  @Test
  void shouldChangeTheNumberOfCommunityPartitionsTogether() {
    TopicCatalogue wider = catalogue.withCommunityPartitions(48);

    assertThat(wider.all())
        .allSatisfy(
            spec ->
                assertThat(spec.partitions())
                    .as(spec.name())
                    .isEqualTo(
                        catalogue.byCommunity(spec.name())
                            ? 48
                            : catalogue.spec(spec.name()).partitions()));
    assertThat(TopicProblems.CO_PARTITIONED).allMatch(catalogue::byCommunity);
  }

  @Test
  void shouldRefuseNoPartitions() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalogue.withCommunityPartitions(0))
        .withMessageContaining("not 0");
  }

  @Test
  void shouldRefuseATopicThatIsNotListed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalogue.spec("scooters"))
        .withMessageContaining("scooters");
  }
}

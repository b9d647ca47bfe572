package io.ridecast.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TopicProblemsTest {
  private final TopicCatalogue catalogue = TopicCatalogue.load();

  @Test
  void shouldFindNothingWrongWithItsOwnLayout() {
    assertThat(TopicProblems.of(catalogue, as(catalogue))).isEmpty();
  }

  @Test
  void shouldAcceptAnotherNumberOfCommunityPartitionsIfAllAgree() {
    assertThat(TopicProblems.of(catalogue, as(catalogue.withCommunityPartitions(24)))).isEmpty();
  }

  @Test
  void shouldNameEveryProblemAtOnce() {
    Map<String, Integer> found = as(catalogue);
    found.remove("weather");
    found.put("daily-demand", 4);
    found.put("models", 3);

    assertThat(TopicProblems.of(catalogue, found))
        .containsExactlyInAnyOrder(
            "topic weather is missing: create it with `ridecast topics create`",
            "topic daily-demand has 4 partitions, needs 8, as many as rides",
            "topic models has 3 partitions, needs 1");
  }

  @Test
  void shouldTellTheNumberOnWhichCommunityTopicsAgree() {
    assertThat(
            TopicProblems.communityPartitions(
                Map.of("rides", 6, "ride-watermarks", 6, "daily-demand", 6, "forecasts", 6)))
        .isEqualTo(6);
  }

  @Test
  void shouldRefuseCommunityTopicsThatDiffer() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                TopicProblems.communityPartitions(
                    Map.of("rides", 6, "ride-watermarks", 6, "daily-demand", 8, "forecasts", 6)))
        .withMessageContaining("daily-demand=8");
  }

  @Test
  void shouldNameMissingCommunityTopics() {
    assertThatIllegalStateException()
        .isThrownBy(() -> TopicProblems.communityPartitions(Map.of("rides", 6, "forecasts", 6)))
        .withMessageContaining("daily-demand, ride-watermarks");
  }

  private static Map<String, Integer> as(TopicCatalogue catalogue) {
    Map<String, Integer> partitions = new TreeMap<>();
    catalogue.all().forEach(spec -> partitions.put(spec.name(), spec.partitions()));
    return partitions;
  }
}

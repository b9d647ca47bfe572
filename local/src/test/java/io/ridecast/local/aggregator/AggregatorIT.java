package io.ridecast.local.aggregator;

import static io.ridecast.local.aggregator.RideScene.FIRST;
import static io.ridecast.local.aggregator.RideScene.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ridecast.aggregator.AggregatorConfig;
import io.ridecast.aggregator.AggregatorService;
import io.ridecast.local.stack.LocalStack;
import io.ridecast.local.stack.LocalStackExtension;
import io.ridecast.records.BusinessClock;
import io.ridecast.records.CityDemand;
import io.ridecast.records.Ride;
import io.ridecast.runtime.service.CannotStart;
import io.ridecast.runtime.service.Health;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.schemas.topics.TopicAdmin;
import io.ridecast.schemas.topics.TopicCatalogue;
import io.ridecast.schemas.topics.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalStackExtension.class)
class AggregatorIT {
  @TempDir Path state;

  /** First with packed rides, after a restart with single ones: both forms on the same state. */
  @Test
  void shouldCountExactlyWithPackedAndSingleRidesAndAcrossARestart(LocalStack stack)
      throws Exception {
    RideScene scene = new RideScene(stack);
    List<Ride> rides = scene.rides(6_000);
    scene.promiseAhead(rides, scene.closes(FIRST));
    try (AggregatorService aggregator = start(stack, "on")) {
      scene.send(rides);
      scene.assertClosed(FIRST);
      scene.send(rides);
      scene.promise(scene.closes(FIRST.plusDays(1)));
      scene.assertClosed(FIRST.plusDays(1));
      assertThat(metrics(aggregator))
          .contains("ridecast_rides_total{outcome=\"counted\",service=\"aggregator\"} 6000.0")
          .contains("ridecast_rides_total{outcome=\"duplicate\",service=\"aggregator\"} 6000.0");
    }

    try (AggregatorService aggregator = start(stack, "off")) {
      scene.send(rides.subList(0, 500));
      scene.send(List.of(scene.ride("late", "6", scene.noon(FIRST))));
      scene.promise(scene.closes(FIRST.plusDays(2)));
      scene.assertClosed(FIRST.plusDays(2));
      assertThat(metrics(aggregator))
          .contains("ridecast_rides_total{outcome=\"counted\",service=\"aggregator\"} 1.0")
          .contains("ridecast_rides_total{outcome=\"duplicate\",service=\"aggregator\"} 500.0");
    }
    assertCity(stack, 6_001);
    assertClock(stack, scene.closes(FIRST.plusDays(2)));
  }

  @Test
  void shouldNotStartWithoutItsTopicsAndNameThem(LocalStack stack) throws Exception {
    try (Admin admin = stack.admin()) {
      String topic = Topics.REJECTED_RIDES.name();
      admin.deleteTopics(List.of(topic)).all().get();
      await().atMost(PATIENCE).until(() -> !admin.listTopics().names().get().contains(topic));
      try (AggregatorService aggregator = service(stack, "on")) {
        assertThatThrownBy(aggregator::start)
            .isInstanceOf(CannotStart.class)
            .hasMessageContaining("rejected-rides");
      } finally {
        new TopicAdmin(admin, TopicCatalogue.load()).create((short) 1);
      }
    }
  }

  private AggregatorService start(LocalStack stack, String packing) {
    AggregatorService aggregator = service(stack, packing);
    aggregator.start();
    await().atMost(PATIENCE).until(() -> aggregator.health() instanceof Health.Ready);
    return aggregator;
  }

  private AggregatorService service(LocalStack stack, String packing) {
    Environment environment =
        Environment.of(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                stack.bootstrapServers(),
                "STATE_DIR",
                state.toString(),
                "CLOCK",
                "watermark",
                "RIDE_PACKING",
                packing,
                "HTTP_PORT",
                "0"));
    return new AggregatorService(
        AggregatorConfig.from(environment), stack.registry(), InstantSource.system());
  }

  private static void assertCity(LocalStack stack, int rides) {
    stack.read(
        Topics.CITY_DEMAND,
        PATIENCE,
        read ->
            read.stream()
                    .collect(
                        Collectors.toMap(
                            record -> record.key(),
                            record -> record.value(),
                            (CityDemand earlier, CityDemand later) -> later))
                    .values()
                    .stream()
                    .mapToInt(CityDemand::getRides)
                    .sum()
                == rides);
  }

  private static void assertClock(LocalStack stack, Instant now) {
    stack.read(
        Topics.BUSINESS_CLOCK,
        PATIENCE,
        read ->
            !read.isEmpty()
                && read.get(read.size() - 1).value().equals(new BusinessClock(now, false)));
  }

  private static String metrics(AggregatorService aggregator) throws Exception {
    URI uri = URI.create("http://localhost:" + aggregator.httpPort() + "/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .body();
  }
}

package io.ridecast.predictor.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastQuality;
import io.ridecast.records.ForecastTrigger;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.kafka.StreamsSettings;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.DemandKey;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookUpTopologyTest {
  private static final LocalDate DAY = LocalDate.of(2020, 9, 10);

  @TempDir private Path directory;
  private final AvroSerdes serdes = new AvroSerdes(new InMemoryRegistry());
  private final ForecastBoard forecasts = new ForecastBoard();
  private final HistoryBoard history = new HistoryBoard();
  private final TrainingBoard trainings = new TrainingBoard();
  private TopologyTestDriver driver;

  @BeforeEach
  void start() {
    driver =
        new TopologyTestDriver(
            new LookUpTopology(serdes, forecasts, history, trainings).get(),
            StreamsSettings.lookUp(KafkaConfig.plain("nowhere:9092"), "lookup", directory));
  }

  @AfterEach
  void end() {
    driver.close();
  }

  @Test
  void shouldHoldTheNewestForecastOfEveryCommunityAndTellOfEach() {
    List<String> told = new ArrayList<>();
    forecasts.listen(forecast -> told.add(forecast.getForecastId()));

    send(Topics.FORECASTS, "6", forecast("6", "a"));
    send(Topics.FORECASTS, "6", forecast("6", "b"));
    send(Topics.FORECASTS, "7", forecast("7", "c"));
    send(Topics.FORECASTS, "CITY", forecast("CITY", "d"));

    assertThat(forecasts.of("6").orElseThrow().getForecastId()).isEqualTo("b");
    assertThat(forecasts.of("CITY")).isPresent();
    assertThat(forecasts.of("8")).isEmpty();
    assertThat(forecasts.communities())
        .extracting(Forecast::getForecastId)
        .containsExactlyInAnyOrder("b", "c");
    assertThat(told).containsExactly("a", "b", "c", "d");
    assertThat(forecasts.version()).isEqualTo(4);
  }

  @Test
  void shouldHoldTheLastDaysOfDemandInTheirNewestState() {
    for (int back = 200; back >= 0; back--) {
      day("6", DAY.minusDays(back), back, 1);
    }
    day("6", DAY.minusDays(1), 99, 2);

    assertThat(history.of("6", 1_000)).hasSize(HistoryBoard.DAYS);
    assertThat(history.of("6", 2))
        .extracting(DailyDemand::getDate)
        .containsExactly(DAY.minusDays(1), DAY);
    assertThat(history.of("6", 2).get(0).getRides()).isEqualTo(99);
    assertThat(history.of("5", 2)).isEmpty();
  }

  @Test
  void shouldPassOverWhatWasDeleted() {
    day("6", DAY, 4, 1);
    driver
        .createInputTopic(
            Topics.DAILY_DEMAND.name(),
            serdes.key().serializer(),
            serdes.value(Topics.DAILY_DEMAND).serializer())
        .pipeInput(DemandKey.of("6", DAY), null);

    assertThat(history.of("6", 1)).hasSize(1);
  }

  @Test
  void shouldHoldTheStepsOfTheNewestTraining() {
    step("old", TrainingStep.REQUEST, TrainingStatus.SUCCEEDED, 1);
    step("old", TrainingStep.GATE, TrainingStatus.REFUSED, 2);
    step("new", TrainingStep.REQUEST, TrainingStatus.SUCCEEDED, 10);
    step("new", TrainingStep.HISTORY, TrainingStatus.STARTED, 11);
    step("new", TrainingStep.HISTORY, TrainingStatus.SUCCEEDED, 11);
    step("old", TrainingStep.TUNE, TrainingStatus.SUCCEEDED, 2);

    assertThat(trainings.steps())
        .extracting(each -> each.getRunId() + " " + each.getStep() + " " + each.getStatus())
        .containsExactly("run-new REQUEST SUCCEEDED", "run-new HISTORY SUCCEEDED");
  }

  private void step(String request, TrainingStep step, TrainingStatus status, int second) {
    send(
        Topics.TRAINING_RUNS,
        "run-" + request + "/" + step,
        TrainingRun.newBuilder()
            .setRunId("run-" + request)
            .setRequestId(request)
            .setStep(step)
            .setStatus(status)
            .setStartedAt(Instant.ofEpochSecond(second))
            .build());
  }

  private void day(String community, LocalDate date, int rides, int revision) {
    send(
        Topics.DAILY_DEMAND,
        DemandKey.of(community, date),
        new DailyDemand(community, date, rides, revision, DemandStatus.CLOSED, Instant.EPOCH));
  }

  private <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
    driver
        .createInputTopic(topic.name(), serdes.key().serializer(), serdes.value(topic).serializer())
        .pipeInput(key, value);
  }

  private static Forecast forecast(String community, String id) {
    return Forecast.newBuilder()
        .setForecastId(id)
        .setCommunity(community)
        .setOriginDate(DAY)
        .setDays(List.of())
        .setModelVersion("1")
        .setTrigger(ForecastTrigger.DATA)
        .setQuality(ForecastQuality.NORMAL)
        .setDemandRevisions(Map.of())
        .setGeneratedAt(Instant.EPOCH)
        .setValidUntil(Instant.EPOCH)
        .build();
  }
}

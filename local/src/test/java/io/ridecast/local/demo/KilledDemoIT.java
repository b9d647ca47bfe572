package io.ridecast.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ridecast.local.broker.EmbeddedBroker;
import io.ridecast.local.ports.Port;
import io.ridecast.local.registry.RegistryInstallation;
import io.ridecast.local.registry.RegistryProcess;
import io.ridecast.local.stack.LocalStack;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a process of its own, killed while it loads and while it starts, then run again. */
class KilledDemoIT {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Path REGISTRY = Path.of("target", "registry").toAbsolutePath();

  @TempDir Path folder;
  private SmallCity city;
  private Path data;
  private Path output;

  @BeforeEach
  void city() throws IOException {
    city = SmallCity.in(folder);
    data = folder.resolve("data");
    output = folder.resolve("output");
  }

  @Test
  void shouldGoOnWhereItWasKilledWithExactCounts() throws Exception {
    killWhen("Data ");
    killWhen("History ");

    Process process = start("1");

    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(this::text).isZero();
    assertThat(text()).contains("Forecasts of all 3 communities by model");
    assertCountsAreExact();
  }

  @Test
  void shouldEndAtSigtermInTimeAndLeaveNoProcess() throws Exception {
    Process process = start("0");
    await().atMost(PATIENCE).until(() -> text().contains("History "));
    List<ProcessHandle> children = process.descendants().toList();
    assertThat(children).isNotEmpty();

    process.destroy();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    await().atMost(PATIENCE).until(() -> children.stream().noneMatch(this::runs));
    assertThat(data.resolve("registry").resolve("registry.pid")).doesNotExist();
  }

  private void killWhen(String line) throws Exception {
    Process process = start("0");
    await().atMost(PATIENCE).until(() -> text().contains(line));
    process.destroyForcibly().waitFor();
  }

  private Process start(String once) throws IOException {
    Files.deleteIfExists(output);
    DemoPorts ports = DemoPorts.free();
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=logback-demo.xml",
                "-Dridecast.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.ridecast.local.command.RidecastMain",
                "demo")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> settings = builder.environment();
    settings.put("ONCE", once);
    settings.put("DATA", data.toString());
    settings.put("RIDES", city.rides().toString());
    settings.put("CATALOG", city.catalogue().toString());
    ports.all().forEach(port -> settings.put(port.setting(), Integer.toString(port.number())));
    return builder.start();
  }

  private void assertCountsAreExact() throws Exception {
    try (EmbeddedBroker broker =
            EmbeddedBroker.start(data.resolve("broker"), Port.free("BROKER_PORT"));
        RegistryProcess registry =
            RegistryProcess.start(
                new RegistryInstallation(REGISTRY),
                data.resolve("registry"),
                Port.free("REGISTRY_PORT"));
        LocalStack stack = LocalStack.attached(broker.bootstrapServers(), registry.url())) {
      List<ConsumerRecord<String, DailyDemand>> demand =
          stack.read(
              Topics.DAILY_DEMAND,
              PATIENCE,
              records -> closed(records).size() >= city.counts().size());

      assertThat(closed(demand)).isEqualTo(city.counts());
    }
  }

  private static Map<String, Integer> closed(List<ConsumerRecord<String, DailyDemand>> records) {
    return records.stream()
        .filter(record -> record.value().getStatus() == DemandStatus.CLOSED)
        .collect(
            Collectors.toMap(
                ConsumerRecord::key, record -> record.value().getRides(), (old, now) -> now));
  }

  private boolean runs(ProcessHandle process) {
    // One that has ended but that nobody has waited for yet still counts as alive, without command.
    return process.isAlive() && process.info().command().isPresent();
  }

  private String text() {
    try {
      return Files.exists(output) ? Files.readString(output) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

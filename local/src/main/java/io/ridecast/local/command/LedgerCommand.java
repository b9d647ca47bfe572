package io.ridecast.local.command;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.local.ledger.Evidence;
import io.ridecast.local.ledger.LedgerAudit;
import io.ridecast.local.ledger.LedgerReader;
import io.ridecast.local.ledger.LedgerTable;
import io.ridecast.local.ledger.Recount;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.schemas.registry.ConfluentRegistry;
import io.ridecast.schemas.registry.RegistryConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what became of every ride, and whether that adds up. */
@Command(
    name = "ledger",
    description = "Says what became of every ride, and whether that adds up.",
    footer = {
      "",
      "consumed = counted + duplicates + late + rejected + dead letters, and each of them is what",
      "its topic holds. Exit 0 if so, 1 if not."
    })
final class LedgerCommand implements Callable<Integer> {
  private final Map<String, String> variables;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "For the aggregator to read the rides sent so far (default: 10).")
  private int seconds;

  @Option(
      names = "--recount",
      description = "Counts the rides on their topic once more and compares every day.")
  private boolean recount;

  LedgerCommand(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  @Override
  public Integer call() throws IOException {
    Environment environment = LocalSettings.of(variables);
    KafkaConfig kafka = KafkaConfig.from(environment);
    Optional<RegistryConfig> registry = environment.group("SCHEMA_REGISTRY_", RegistryConfig::from);
    environment.check();
    BrokerConnection.open(kafka).close();
    AvroSerdes serdes = new AvroSerdes(new ConfluentRegistry(registry.orElseThrow()));
    PrintWriter out = spec.commandLine().getOut();
    LedgerReader reader = new LedgerReader(kafka, serdes);
    Evidence evidence = reader.read(Duration.ofSeconds(seconds));
    if (evidence.later().isEmpty()) {
      out.println("The aggregator has not read any ride yet: is it running?");
      return 1;
    }
    LedgerTable.lines(evidence).forEach(out::println);
    explain(evidence, out);
    List<String> faults = new ArrayList<>(LedgerAudit.faults(evidence));
    if (recount) {
      Recount recounting = new Recount(kafka, serdes, catalogue(environment));
      Recount.Result result = recounted(recounting, reader, evidence);
      out.println(result.summary());
      faults.addAll(result.faults());
    }
    faults.forEach(fault -> out.println("- " + fault));
    out.printf(
        "%s: %s%n", faults.isEmpty() ? "balanced" : "NOT balanced", LedgerTable.sentence(evidence));
    return faults.isEmpty() ? 0 : 1;
  }

  /** A recount takes minutes where there are years: it is not begun while rides flow. */
  private static Recount.Result recounted(Recount recount, LedgerReader reader, Evidence evidence) {
    if (!evidence.flowing()) {
      Recount.Result result = recount.compare(evidence);
      if (reader.isStill(evidence)) {
        return result;
      }
    }
    return new Recount.Result("Not recounted: rides flow. Pause the feeds for it.", List.of());
  }

  private static Catalogue catalogue(Environment environment) {
    return environment.path("CATALOG").map(Catalogue::load).orElseGet(Catalogue::chicago);
  }

  private static void explain(Evidence evidence, PrintWriter out) {
    long waiting = LedgerTable.waiting(evidence);
    if (waiting != 0) {
      out.printf(
          "%,d counted rides are not on daily-demand yet: their days have not begun, or are open.%n",
          waiting);
    }
    if (evidence.flowing()) {
      out.println("Rides flow: each topic was compared with the books before and after it.");
    }
    evidence
        .expired()
        .forEach(topic -> out.printf("%s has lost records to retention: not compared.%n", topic));
  }
}

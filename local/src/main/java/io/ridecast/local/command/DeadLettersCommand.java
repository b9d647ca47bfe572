package io.ridecast.local.command;

import io.ridecast.local.ledger.CommittedTopic;
import io.ridecast.local.letters.Letter;
import io.ridecast.local.letters.Resending;
import io.ridecast.records.RejectionReason;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.schemas.registry.ConfluentRegistry;
import io.ridecast.schemas.registry.RegistryConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what could not be read, and sends again what can count by now. */
@Command(
    name = "dead-letters",
    description = "Lists what could not be read; sends again what was mended.")
final class DeadLettersCommand implements Runnable {
  private final Map<String, String> variables;

  @Spec private CommandSpec spec = CommandSpec.create();

  DeadLettersCommand(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: list or resend.");
  }

  @Command(name = "list", description = "When, from where, the first bytes, and why.")
  int list(
      @Option(
              names = "--service",
              defaultValue = "aggregator",
              description = "aggregator (default), predictor or monitor.")
          String service,
      @Option(
              names = "--limit",
              defaultValue = "50",
              description = "Shows the newest so many (default: ${DEFAULT-VALUE}).")
          int limit)
      throws IOException {
    List<Letter> letters = letters(connect().kafka(), service);
    PrintWriter out = spec.commandLine().getOut();
    letters.stream()
        .skip(Math.max(0, letters.size() - limit))
        .forEach(letter -> out.println(letter.line()));
    out.printf("%,d dead letters of the %s.%n", letters.size(), service);
    return 0;
  }

  @Command(
      name = "resend",
      description = {
        "Sends again the rides that can be read by now, or rejected ones whose reason was mended.",
        "A ride that is counted already is not counted twice."
      })
  int resend(
      @Option(
              names = "--rejected",
              split = ",",
              paramLabel = "REASON",
              description = "Rejected rides instead, of these reasons (UNKNOWN_COMMUNITY, ...).")
          @Nullable List<RejectionReason> reasons,
      @Option(names = "--dry-run", description = "Only says what would be sent.") boolean dryRun)
      throws IOException {
    Connection connection = connect();
    Resending resending = new Resending(connection.kafka(), connection.serdes(), dryRun);
    Resending.Result result =
        reasons == null
            ? resending.letters(letters(connection.kafka(), "aggregator"))
            : resending.rejected(EnumSet.copyOf(reasons));
    spec.commandLine()
        .getOut()
        .printf(
            "%,d rides %s, %,d %s left.%n",
            result.sent(),
            dryRun ? "would be sent again" : "sent again",
            result.left(),
            reasons == null ? "dead letters are" : "rejected ones are");
    return 0;
  }

  private record Connection(KafkaConfig kafka, AvroSerdes serdes) {}

  private Connection connect() throws IOException {
    Environment environment = LocalSettings.of(variables);
    KafkaConfig kafka = KafkaConfig.from(environment);
    Optional<RegistryConfig> registry = environment.group("SCHEMA_REGISTRY_", RegistryConfig::from);
    environment.check();
    BrokerConnection.open(kafka).close();
    return new Connection(kafka, new AvroSerdes(new ConfluentRegistry(registry.orElseThrow())));
  }

  private static List<Letter> letters(KafkaConfig kafka, String service) {
    List<Letter> letters = new ArrayList<>();
    try (CommittedTopic topic = new CommittedTopic(kafka, Topics.deadLetters(service))) {
      topic.read(record -> letters.add(Letter.of(record)));
    }
    return letters;
  }
}

package io.ridecast.local.command;

import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.schemas.topics.TopicAdmin;
import io.ridecast.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the broker's topics what topics.yaml says, or says how they differ. */
@Command(name = "topics", description = "Creates and checks the topics.")
final class TopicsCommand implements Runnable {
  private final Map<String, String> variables;

  @Spec private CommandSpec spec = CommandSpec.create();

  TopicsCommand(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: create or check.");
  }

  @Command(name = "create", description = "Creates the topics that are missing; leaves the others.")
  int create(
      @Option(
              names = "--replication-factor",
              defaultValue = "-1",
              description = "Copies of each partition; by default as many as the broker's default.")
          short replicationFactor)
      throws IOException {
    try (Admin admin = admin()) {
      TopicAdmin topics = new TopicAdmin(admin, TopicCatalogue.load());
      topics.create(replicationFactor);
      return report(topics);
    }
  }

  @Command(name = "check", description = "Names every topic that is missing or differs; exit 1.")
  int check() throws IOException {
    try (Admin admin = admin()) {
      return report(new TopicAdmin(admin, TopicCatalogue.load()));
    }
  }

  private int report(TopicAdmin topics) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> problems = topics.problems();
    if (problems.isEmpty()) {
      out.printf("All %d topics are as they should be.%n", TopicCatalogue.load().all().size());
      return 0;
    }
    problems.forEach(out::println);
    return 1;
  }

  private Admin admin() throws IOException {
    Environment environment = LocalSettings.of(variables);
    KafkaConfig kafka = KafkaConfig.from(environment);
    environment.check();
    return BrokerConnection.open(kafka);
  }
}

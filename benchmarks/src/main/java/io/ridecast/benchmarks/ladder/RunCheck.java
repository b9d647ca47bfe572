package io.ridecast.benchmarks.ladder;

import io.ridecast.benchmarks.broker.Committed;
import io.ridecast.benchmarks.broker.FilledBroker;
import io.ridecast.benchmarks.broker.SharedSchemas;
import io.ridecast.benchmarks.input.Input;
import io.ridecast.benchmarks.machine.Run;
import io.ridecast.oracle.Books;
import io.ridecast.oracle.Invariants;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.RideLedger;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a run did what it should: only then its figures count. */
final class RunCheck {
  private final KafkaConfig kafka;
  private final AvroSerdes serdes = new AvroSerdes(new SharedSchemas());
  private final Input input;

  RunCheck(FilledBroker filled) {
    this.kafka = filled.kafka();
    this.input = filled.input();
  }

  /** What is wrong, a line each. */
  List<String> violations(Variant variant, Run run) {
    return switch (variant) {
      case POLL, DECODE -> List.of(); // it ended, so it has seen all rides
      case PLAIN, TRANSACTIONAL -> cells(run);
      case STRAIGHTFORWARD -> shortCounts();
      case REAL -> oracle();
    };
  }

  private List<String> cells(Run run) {
    return run.cells() == input.cells()
        ? List.of()
        : List.of("%d days of communities, not %d".formatted(run.cells(), input.cells()));
  }

  private List<String> shortCounts() {
    Map<String, Integer> counts = new HashMap<>();
    try (Committed<DailyDemand> topic = demand()) {
      topic.readToEnd((key, demand) -> counts.put(key, demand.getRides()));
    }
    return counts.equals(input.shortCounts())
        ? List.of()
        : List.of("the counts differ from those of a plain recount");
  }

  private List<String> oracle() {
    List<DailyDemand> output = new ArrayList<>();
    try (Committed<DailyDemand> topic = demand()) {
      topic.readToEnd((key, demand) -> output.add(demand));
    }
    Map<String, RideLedger> ledgers = new HashMap<>();
    try (Committed<RideLedger> topic =
        new Committed<>(
            kafka, Topics.RIDE_LEDGER.name(), serdes.value(Topics.RIDE_LEDGER).deserializer())) {
      topic.readToEnd(ledgers::put);
    }
    Books books = ledgers.values().stream().map(Books::of).reduce(Books.EMPTY, Books::plus);
    List<String> violations = new ArrayList<>(Invariants.counts(input.expected(), output));
    violations.addAll(Invariants.revisions(output));
    violations.addAll(Invariants.balance(input.expected().total(), books));
    return violations;
  }

  private Committed<DailyDemand> demand() {
    return new Committed<>(
        kafka, Topics.DAILY_DEMAND.name(), serdes.value(Topics.DAILY_DEMAND).deserializer());
  }
}

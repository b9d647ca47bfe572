package io.ridecast.benchmarks.ladder;

import io.ridecast.benchmarks.report.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The rounds whose counts were right. */
final class Results {
  private final List<Round> rounds = new ArrayList<>();

  void add(Round round) {
    rounds.add(round);
  }

  boolean has(Variant variant) {
    return rounds.stream().anyMatch(round -> round.variant() == variant);
  }

  Spread spread(Variant variant, ToDoubleFunction<Round> figure) {
    return Spread.of(of(variant).stream().map(figure::applyAsDouble).toList());
  }

  /** How many times as fast as the plain loop of the same round; empty without such rounds. */
  Optional<Spread> ratio(Variant variant) {
    List<Double> ratios = new ArrayList<>();
    for (Round round : of(variant)) {
      plain(round.number())
          .ifPresent(plain -> ratios.add(round.run().warmRate() / plain.run().warmRate()));
    }
    return ratios.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ratios));
  }

  private List<Round> of(Variant variant) {
    return rounds.stream().filter(round -> round.variant() == variant).toList();
  }

  private Optional<Round> plain(int number) {
    return of(Variant.PLAIN).stream().filter(round -> round.number() == number).findFirst();
  }
}

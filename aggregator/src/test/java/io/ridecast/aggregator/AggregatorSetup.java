package io.ridecast.aggregator;

import io.ridecast.aggregator.days.LedgerRules;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.schemas.registry.InMemoryRegistry;
import java.time.Duration;
import java.util.List;

/** What differs between tests of the aggregator. */
record AggregatorSetup(
    Catalogue catalogue,
    ServiceCalendar calendar,
    int partitions,
    List<String> feeds,
    LedgerRules rules,
    ClockMode clock,
    InMemoryRegistry registry) {

  static AggregatorSetup standard() {
    return new AggregatorSetup(
        TestCatalogue.of("1", "2"),
        ServiceCalendar.always(),
        1,
        List.of("rides"),
        new LedgerRules(Duration.ofHours(2), Duration.ofDays(14)),
        ClockMode.WATERMARK,
        new InMemoryRegistry());
  }

  AggregatorSetup with(Catalogue other) {
    return new AggregatorSetup(other, calendar, partitions, feeds, rules, clock, registry);
  }

  AggregatorSetup with(ServiceCalendar other) {
    return new AggregatorSetup(catalogue, other, partitions, feeds, rules, clock, registry);
  }

  AggregatorSetup withFeeds(String... others) {
    return new AggregatorSetup(
        catalogue, calendar, partitions, List.of(others), rules, clock, registry);
  }

  AggregatorSetup withPartitions(int other) {
    return new AggregatorSetup(catalogue, calendar, other, feeds, rules, clock, registry);
  }

  AggregatorSetup with(ClockMode other) {
    return new AggregatorSetup(catalogue, calendar, partitions, feeds, rules, other, registry);
  }
}

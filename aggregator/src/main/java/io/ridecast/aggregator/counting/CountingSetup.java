package io.ridecast.aggregator.counting;

import io.ridecast.aggregator.books.LedgerGauges;
import io.ridecast.aggregator.days.LedgerRules;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.schemas.registry.SchemaRegistry;
import java.util.List;

/**
 * What counting needs, the same for all partitions.
 *
 * @param partitions of the topics that are partitioned by community
 * @param feeds that have to promise a day before it closes
 */
public record CountingSetup(
    Catalogue catalogue,
    ServiceCalendar calendar,
    int partitions,
    List<String> feeds,
    LedgerRules rules,
    ClockMode clock,
    SchemaRegistry registry,
    CountingMetrics metrics,
    FeedProgress progress,
    LedgerGauges ledger) {}

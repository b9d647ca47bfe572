package io.ridecast.aggregator.counting;

import io.ridecast.aggregator.books.LedgerGauges;
import io.ridecast.aggregator.days.CommunityRosters;
import io.ridecast.aggregator.days.LedgerRules;
import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.schemas.registry.SchemaRegistry;
import java.util.List;

/**
 * What counting needs, the same for all partitions.
 *
 * @param rosters the communities, by the partition of the rides
 * @param feeds that have to promise a day before it closes
 */
public record CountingSetup(
    ServiceDay serviceDay,
    CommunityRosters rosters,
    List<String> feeds,
    LedgerRules rules,
    ClockMode clock,
    SchemaRegistry registry,
    CountingMetrics metrics,
    FeedProgress progress,
    LedgerGauges ledger) {}

package io.ridecast.benchmarks.accuracy;

import io.ridecast.forecasting.backtest.Score;
import io.ridecast.forecasting.measures.PairedBootstrap.Ratio;
import java.util.Optional;

/**
 * How one entrant did.
 *
 * @param entrant who
 * @param lead days from the origin, 0 for all leads together
 * @param score its figures
 * @param toOwn its WAPE in units of Ridecast's
 * @param toNaive its WAPE in units of the seasonal naive's
 * @param toEts its WAPE in units of AutoETS's, where that was there
 */
record Standing(
    Entrant entrant, int lead, Score score, Ratio toOwn, Ratio toNaive, Optional<Ratio> toEts) {}

/**
 * What the forecasts would have been: daily origins over past days, with refits on a schedule and
 * nothing known that was not known then.
 */
@NullMarked
package io.ridecast.forecasting.backtest;

import org.jspecify.annotations.NullMarked;

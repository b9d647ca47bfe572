/** A backtest as a page for people: one file, its charts drawn in it, no outside host. */
@NullMarked
package io.ridecast.forecasting.backtest.report;

import org.jspecify.annotations.NullMarked;

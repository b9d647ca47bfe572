/** A backtest as a command: what it is asked for, the counts of a ride file, what is printed. */
@NullMarked
package io.ridecast.local.backtest;

import org.jspecify.annotations.NullMarked;

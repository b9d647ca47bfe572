/**
 * The community areas, their names and places, the local days they are counted in, and the days on
 * which no service runs.
 */
@NullMarked
package io.ridecast.forecasting.catalogue;

import org.jspecify.annotations.NullMarked;

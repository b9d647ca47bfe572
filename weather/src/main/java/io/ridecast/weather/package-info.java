/** The records of the topic {@code weather} as the weather that models know, and back. */
@NullMarked
package io.ridecast.weather;

import org.jspecify.annotations.NullMarked;

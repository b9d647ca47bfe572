/** The weather as records of its topic, from a file or any other source. */
@NullMarked
package io.ridecast.feed.weather;

import org.jspecify.annotations.NullMarked;

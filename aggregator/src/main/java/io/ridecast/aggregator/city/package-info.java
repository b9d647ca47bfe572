/** What only the sum of all partitions tells: the city's demand and the business time. */
@NullMarked
package io.ridecast.aggregator.city;

import org.jspecify.annotations.NullMarked;

/** How the aggregator's state lies in its stores and changelogs. */
@NullMarked
package io.ridecast.aggregator.state;

import org.jspecify.annotations.NullMarked;

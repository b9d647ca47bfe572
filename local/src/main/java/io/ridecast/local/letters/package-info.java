/** What the aggregator could not read or did not count, for people to look at and to send again. */
@NullMarked
package io.ridecast.local.letters;

import org.jspecify.annotations.NullMarked;

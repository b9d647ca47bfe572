/** What the feeds promise to have sent, applied only when it has been read. */
@NullMarked
package io.ridecast.aggregator.promises;

import org.jspecify.annotations.NullMarked;

/** What a feed tells while it sends and when it has ended. */
@NullMarked
package io.ridecast.feed.report;

import org.jspecify.annotations.NullMarked;

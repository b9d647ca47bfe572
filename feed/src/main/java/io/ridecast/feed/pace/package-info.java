/** How fast business time passes while a feed is live. */
@NullMarked
package io.ridecast.feed.pace;

import org.jspecify.annotations.NullMarked;

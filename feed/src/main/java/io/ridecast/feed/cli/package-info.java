/** The feed's commands. */
@NullMarked
package io.ridecast.feed.cli;

import org.jspecify.annotations.NullMarked;

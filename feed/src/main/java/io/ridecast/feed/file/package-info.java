/** Feeds ride files: as history, or from some day on as if it happened now. */
@NullMarked
package io.ridecast.feed.file;

import org.jspecify.annotations.NullMarked;

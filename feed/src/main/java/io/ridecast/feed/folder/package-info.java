/** Feeds a folder in which ride files land, one after the other as they come. */
@NullMarked
package io.ridecast.feed.folder;

import org.jspecify.annotations.NullMarked;

/**
 * Puts rides on their topic and promises on theirs: acknowledged rides first, then the promise that
 * they are complete.
 */
@NullMarked
package io.ridecast.feed.sending;

import org.jspecify.annotations.NullMarked;

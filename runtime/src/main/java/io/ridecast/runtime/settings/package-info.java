/** Settings from environment variables: typed, all problems told at once, secrets never printed. */
@NullMarked
package io.ridecast.runtime.settings;

import org.jspecify.annotations.NullMarked;

/** Where model files are kept: written once, whole or not at all. */
@NullMarked
package io.ridecast.runtime.artifacts;

import org.jspecify.annotations.NullMarked;

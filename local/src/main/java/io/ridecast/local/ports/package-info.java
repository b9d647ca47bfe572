/** The ports of the local default: who holds which, and what to do when one is taken. */
@NullMarked
package io.ridecast.local.ports;

import org.jspecify.annotations.NullMarked;

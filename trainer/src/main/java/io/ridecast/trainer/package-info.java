/** The trainer: carries out training requests and announces models that proved themselves. */
@NullMarked
package io.ridecast.trainer;

import org.jspecify.annotations.NullMarked;

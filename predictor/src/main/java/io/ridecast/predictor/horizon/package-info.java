/** Which days a forecast covers, and when a community needs a new one: pure rules over dates. */
@NullMarked
package io.ridecast.predictor.horizon;

import org.jspecify.annotations.NullMarked;

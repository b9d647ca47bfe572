/**
 * The web page of the predictor: static files that draw the city from the REST look-ups, served
 * from the class path with nothing from any other host.
 */
@NullMarked
package io.ridecast.predictor.page;

import org.jspecify.annotations.NullMarked;

/** The HTTP interface: routes, bodies, problems, and the stream of events. */
@NullMarked
package io.ridecast.predictor.rest;

import org.jspecify.annotations.NullMarked;

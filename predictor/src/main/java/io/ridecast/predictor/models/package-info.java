/** Which model serves: announcements in, fetched and verified off the stream threads. */
@NullMarked
package io.ridecast.predictor.models;

import org.jspecify.annotations.NullMarked;

/** What a task keeps of each of its communities, and how it lies in the store. */
@NullMarked
package io.ridecast.predictor.state;

import org.jspecify.annotations.NullMarked;

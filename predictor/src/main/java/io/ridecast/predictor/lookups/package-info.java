/** What every instance knows of all communities, for answers at any time. */
@NullMarked
package io.ridecast.predictor.lookups;

import org.jspecify.annotations.NullMarked;

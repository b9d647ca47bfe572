/** What time it is for the business: the wall's, or the one that the data has reached. */
@NullMarked
package io.ridecast.runtime.time;

import org.jspecify.annotations.NullMarked;

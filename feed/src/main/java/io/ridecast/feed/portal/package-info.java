/** Rides from the data portal's API (SODA), page by page, taken up where the last run ended. */
@NullMarked
package io.ridecast.feed.portal;

import org.jspecify.annotations.NullMarked;

/**
 * Ride files of the City of Chicago's portal, in both of its styles: what comes in is a file, what
 * goes out is a row that is a ride or one that is skipped for a named reason.
 */
@NullMarked
package io.ridecast.feed.csv;

import org.jspecify.annotations.NullMarked;

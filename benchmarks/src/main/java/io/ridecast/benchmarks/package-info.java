/** What {@code make bench} measures, each measure in a package of its own. */
@NullMarked
package io.ridecast.benchmarks;

import org.jspecify.annotations.NullMarked;

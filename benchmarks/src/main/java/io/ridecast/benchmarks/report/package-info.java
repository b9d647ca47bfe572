/** What was measured, for people and for programs. */
@NullMarked
package io.ridecast.benchmarks.report;

import org.jspecify.annotations.NullMarked;

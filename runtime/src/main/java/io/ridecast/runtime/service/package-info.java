/** What a service is: it starts, says how it is, ends, and says why. */
@NullMarked
package io.ridecast.runtime.service;

import org.jspecify.annotations.NullMarked;

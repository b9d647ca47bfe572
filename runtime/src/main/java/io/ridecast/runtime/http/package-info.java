/** What every service answers over HTTP: metrics and health. */
@NullMarked
package io.ridecast.runtime.http;

import org.jspecify.annotations.NullMarked;

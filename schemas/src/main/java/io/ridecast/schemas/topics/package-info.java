/**
 * The topics: what each one is called and holds, how it is laid out, and which partition a key
 * belongs to.
 */
@NullMarked
package io.ridecast.schemas.topics;

import org.jspecify.annotations.NullMarked;

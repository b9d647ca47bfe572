/**
 * Schema registries: a client of Confluent's REST protocol, and one in memory for tests of a
 * topology.
 */
@NullMarked
package io.ridecast.schemas.registry;

import org.jspecify.annotations.NullMarked;

/**
 * The schema registry of the local default: Apicurio with the Confluent protocol, as a child
 * process that never outlives this one.
 */
@NullMarked
package io.ridecast.local.registry;

import org.jspecify.annotations.NullMarked;

/** The program {@code ridecast}: what a person types, and what it answers. */
@NullMarked
package io.ridecast.local.command;

import org.jspecify.annotations.NullMarked;

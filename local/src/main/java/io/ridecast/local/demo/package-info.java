/** The whole loop on one machine: what it needs, how it starts, what it keeps and how it ends. */
@NullMarked
package io.ridecast.local.demo;

import org.jspecify.annotations.NullMarked;

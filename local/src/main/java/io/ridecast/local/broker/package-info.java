/** A real Kafka broker (KRaft, broker and controller in one) inside this process. */
@NullMarked
package io.ridecast.local.broker;

import org.jspecify.annotations.NullMarked;

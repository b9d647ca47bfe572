/** How a service reaches Kafka and how one Kafka Streams topology is set up and run. */
@NullMarked
package io.ridecast.runtime.kafka;

import org.jspecify.annotations.NullMarked;

/** How records become bytes and bytes become records: Avro in Confluent's wire format. */
@NullMarked
package io.ridecast.schemas.serdes;

import org.jspecify.annotations.NullMarked;

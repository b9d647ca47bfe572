/**
 * Hands the rides of one poll to Kafka Streams as one record. Streams pays about a microsecond for
 * each record that passes through it (record context, sensors, a look at every queue), several
 * times what counting a ride costs, and a store write costs more still; a pack pays once for the
 * thousands of rides that a poll brings of a partition. It is a trick, and therefore kept here
 * alone: nothing else knows how a pack travels, single records are read just as well, and a setting
 * turns packing off.
 */
@NullMarked
package io.ridecast.aggregator.packing;

import org.jspecify.annotations.NullMarked;

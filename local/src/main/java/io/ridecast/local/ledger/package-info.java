/** Whether the aggregator's books balance, and agree with the topics that they speak of. */
@NullMarked
package io.ridecast.local.ledger;

import org.jspecify.annotations.NullMarked;

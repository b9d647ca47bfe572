/** The books: what became of every ride ever read, kept in the same transaction as the counts. */
@NullMarked
package io.ridecast.aggregator.books;

import org.jspecify.annotations.NullMarked;

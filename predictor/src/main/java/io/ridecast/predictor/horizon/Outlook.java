package io.ridecast.predictor.horizon;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What all communities of a task have in common when it is asked what each of them needs.
 *
 * @param moment business time
 * @param loading whether history is still being fed
 * @param caughtUp whether all demand that was there when loading ended has been read
 * @param readyVersion the verified model that serves; empty while only the fallback does
 * @param cityKnown whether the city's total of a day is known
 */
public record Outlook(
    BusinessMoment moment,
    boolean loading,
    boolean caughtUp,
    Optional<String> readyVersion,
    Predicate<LocalDate> cityKnown) {}

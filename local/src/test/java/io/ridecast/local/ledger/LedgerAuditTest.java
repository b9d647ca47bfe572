package io.ridecast.local.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.RideLedger;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerAuditTest {
  private static final RideLedger LATER =
      new RideLedger(3, 23L, 23L, 14L, 2L, 3L, Map.of("UNKNOWN_COMMUNITY", 3L), 1L, 14L);
  private static final RideLedger BOOKS =
      new RideLedger(3, 20L, 20L, 12L, 2L, 3L, Map.of("UNKNOWN_COMMUNITY", 2L), 1L, 12L);

  @Test
  void shouldFindNothingWhereAllAgrees() {
    assertThat(
            LedgerAudit.faults(evidence(BOOKS, Map.of("LATE", 3L, "UNKNOWN_COMMUNITY", 2L), 1, 12)))
        .isEmpty();
  }

  @Test
  void shouldNameBooksThatDoNotAddUp() {
    RideLedger wrong = RideLedger.newBuilder(BOOKS).setConsumed(21).build();

    assertThat(
            LedgerAudit.faults(evidence(wrong, Map.of("LATE", 3L, "UNKNOWN_COMMUNITY", 2L), 1, 12)))
        .containsExactly("partition 3: 21 rides were read and 20 came to an end");
  }

  @Test
  void shouldNameRejectionsThatAreMissingOrTooMany() {
    assertThat(LedgerAudit.faults(evidence(BOOKS, Map.of("LATE", 2L, "MISROUTED", 1L), 1, 12)))
        .containsExactly(
            "rejected-rides LATE: the books say 3, the topic 2",
            "rejected-rides MISROUTED: the books say 0, the topic 1",
            "rejected-rides UNKNOWN_COMMUNITY: the books say 2, the topic 0");
  }

  @Test
  void shouldNameDeadLettersThatAreMissing() {
    assertThat(
            LedgerAudit.faults(evidence(BOOKS, Map.of("LATE", 3L, "UNKNOWN_COMMUNITY", 2L), 0, 12)))
        .containsExactly("aggregator-dead-letters of partition 3: the books say 1, the topic 0");
  }

  @Test
  void shouldNameDemandThatIsNotWhatWasPublished() {
    assertThat(
            LedgerAudit.faults(evidence(BOOKS, Map.of("LATE", 3L, "UNKNOWN_COMMUNITY", 2L), 1, 11)))
        .containsExactly("daily-demand, partition 3: the books say 12, the topic 11");
  }

  @Test
  void shouldNotCompareWhatRetentionHasTaken() {
    Evidence expired =
        new Evidence(
            Map.of(3, BOOKS),
            Map.of(3, BOOKS),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(3, 12L),
            Set.of("rejected-rides", "aggregator-dead-letters"));

    assertThat(LedgerAudit.faults(expired)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"12, 2", "14, 3"})
  void shouldHoldAgainstBothBooksWhileRidesFlow(long published, long unknown) {
    Map<String, Long> rejected = Map.of("LATE", 3L, "UNKNOWN_COMMUNITY", unknown);

    assertThat(LedgerAudit.faults(evidence(BOOKS, LATER, rejected, 1, published))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"11, 2", "15, 2", "13, 1", "13, 4"})
  void shouldNameWhatLiesBeyondBothBooks(long published, long unknown) {
    Map<String, Long> rejected = Map.of("LATE", 3L, "UNKNOWN_COMMUNITY", unknown);

    assertThat(LedgerAudit.faults(evidence(BOOKS, LATER, rejected, 1, published)))
        .singleElement()
        .asString()
        .contains(published == 13 ? "the books say 2 to 3" : "the books say 12 to 14");
  }

  @Test
  void shouldSayAllOfItInOneSentence() {
    Evidence evidence = evidence(BOOKS, Map.of(), 1, 11);

    assertThat(LedgerTable.sentence(evidence))
        .isEqualTo(
            "20 consumed = 12 counted + 2 duplicates + 3 late + 2 rejected + 1 dead letters");
    assertThat(LedgerTable.lines(evidence)).hasSize(3);
  }

  private static Evidence evidence(
      RideLedger books, Map<String, Long> rejected, long deadLetters, long demand) {
    return evidence(books, books, rejected, deadLetters, demand);
  }

  private static Evidence evidence(
      RideLedger before,
      RideLedger after,
      Map<String, Long> rejected,
      long deadLetters,
      long demand) {
    return new Evidence(
        Map.of(3, before),
        Map.of(3, after),
        Map.of(),
        rejected,
        Map.of(3, deadLetters),
        Map.of(3, demand),
        Set.of());
  }
}

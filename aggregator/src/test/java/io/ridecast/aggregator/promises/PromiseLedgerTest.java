package io.ridecast.aggregator.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromiseLedgerTest {
  private static final Instant MAY = Instant.parse("2020-05-01T05:00:00Z");
  private static final Instant JUNE = Instant.parse("2020-06-01T05:00:00Z");
  private static final Instant JULY = Instant.parse("2020-07-01T05:00:00Z");
  private static final Instant AUGUST = Instant.parse("2020-08-01T05:00:00Z");

  private final MemoryPromiseJournal journal = new MemoryPromiseJournal();
  private PromiseLedger ledger = new PromiseLedger(List.of("rides"), journal);

  @Test
  void shouldKnowNothingAtFirst() {
    assertThat(ledger.watermark()).isEmpty();
    assertThat(ledger.completeFrom()).isEmpty();
    assertThat(ledger.isLoading()).isFalse();
    assertThat(ledger.awaited()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void shouldApplyAPromiseWhoseRidesHaveBeenRead() {
    ledger.reach(10);

    assertThat(ledger.receive(promise("rides", JUNE, JULY, 10))).isTrue();

    assertThat(ledger.watermark()).contains(JULY);
    assertThat(ledger.completeFrom()).contains(JUNE);
  }

  @Test
  void shouldHoldAPromiseUntilItsRidesHaveBeenRead() {
    ledger.receive(promise("rides", JUNE, JULY, 10));
    assertThat(ledger.watermark()).isEmpty();
    assertThat(ledger.awaited()).isEqualTo(10);

    assertThat(ledger.reach(9)).isFalse();
    assertThat(ledger.watermark()).isEmpty();
    assertThat(ledger.reach(10)).isTrue();

    assertThat(ledger.watermark()).contains(JULY);
    assertThat(ledger.heldPromises()).isZero();
    assertThat(journal.held).isEmpty();
  }

  @Test
  void shouldApplyPromisesForTheSameRidesInTheOrderInWhichTheyCame() {
    ledger.receive(promise("rides", JULY, AUGUST, 10));
    ledger.receive(promise("rides", MAY, JUNE, 10));
    ledger = new PromiseLedger(List.of("rides"), journal);

    ledger.reach(10);

    assertThat(ledger.completeFrom()).contains(JULY);
    assertThat(ledger.watermark()).contains(AUGUST);
  }

  @Test
  void shouldReleaseAPromiseOfRidesThatWereDeletedUnread() {
    ledger.receive(promise("rides", JUNE, JULY, 10));

    ledger.reach(500);

    assertThat(ledger.watermark()).contains(JULY);
  }

  @Test
  void shouldApplyHeldPromisesOneByOne() {
    ledger.receive(promise("rides", JUNE, AUGUST, 20));
    ledger.receive(promise("rides", JUNE, JULY, 10));

    ledger.reach(10);
    assertThat(ledger.watermark()).contains(JULY);
    assertThat(ledger.awaited()).isEqualTo(20);
    ledger.reach(20);

    assertThat(ledger.watermark()).contains(AUGUST);
  }

  @Test
  void shouldKeepHeldPromisesOverARestart() {
    ledger.receive(promise("rides", JUNE, JULY, 10));
    ledger.reach(5);

    restart("rides");
    ledger.reach(10);

    assertThat(ledger.watermark()).contains(JULY);
  }

  @Test
  void shouldKnowOverARestartHowFarItHasRead() {
    ledger.reach(10);

    restart("rides");
    ledger.receive(promise("rides", JUNE, JULY, 10));

    assertThat(ledger.watermark()).contains(JULY);
  }

  @Test
  void shouldGoAsFarAsTheSlowestFeed() {
    PromiseLedger two = new PromiseLedger(List.of("lime", "bird"), journal);
    two.receive(promise("lime", JUNE, AUGUST, 0));
    assertThat(two.watermark()).isEmpty();

    two.receive(promise("bird", MAY, JULY, 0));

    assertThat(two.watermark()).contains(JULY);
    assertThat(two.completeFrom()).contains(MAY);
  }

  @Test
  void shouldGoOnWithoutAFeedThatIsRetired() {
    PromiseLedger two = new PromiseLedger(List.of("lime", "bird"), journal);
    two.receive(promise("lime", JUNE, AUGUST, 0));
    two.receive(promise("bird", JUNE, JULY, 0));

    restart("lime");

    assertThat(ledger.watermark()).contains(AUGUST);
  }

  @Test
  void shouldNotHeedAFeedThatIsNotDeclared() {
    assertThat(ledger.isDeclared("other")).isFalse();

    ledger.receive(promise("other", MAY, JULY, 0));

    assertThat(ledger.watermark()).isEmpty();
    assertThat(ledger.completeFrom()).isEmpty();
  }

  @Test
  void shouldNotGoBack() {
    ledger.receive(promise("rides", JUNE, AUGUST, 0));

    assertThat(ledger.receive(promise("rides", JUNE, JULY, 0))).isFalse();

    assertThat(ledger.watermark()).contains(AUGUST);
  }

  @Test
  void shouldTakeAnEarlierStartOfABackfill() {
    ledger.receive(promise("rides", JUNE, AUGUST, 0));

    ledger.receive(promise("rides", MAY, AUGUST, 0));

    assertThat(ledger.completeFrom()).contains(MAY);
  }

  @Test
  void shouldNotBridgeAGapThatNobodyPromised() {
    ledger.receive(promise("rides", JULY, AUGUST, 0));

    ledger.receive(promise("rides", MAY, JUNE, 0));

    assertThat(ledger.completeFrom()).contains(JULY);
  }

  @Test
  void shouldLoadUntilTheAnnouncedHistoryIsThere() {
    ledger.receive(new FeedPromise("rides", null, null, 99, AUGUST, false));
    assertThat(ledger.isLoading()).isTrue();

    ledger.reach(99);
    ledger.receive(new FeedPromise("rides", JUNE, JULY, 0, AUGUST, false));
    assertThat(ledger.isLoading()).isTrue();
    ledger.receive(new FeedPromise("rides", JUNE, AUGUST, 0, AUGUST, false));

    assertThat(ledger.isLoading()).isFalse();
  }

  @Test
  void shouldStillBeLoadingWhenALivePromiseOvertakesTheHistory() {
    ledger.receive(new FeedPromise("rides", null, null, 0, JULY, false));
    ledger.receive(new FeedPromise("rides", JUNE, AUGUST, 50, null, false));

    assertThat(ledger.isLoading()).isTrue();
    ledger.reach(50);

    assertThat(ledger.isLoading()).isFalse();
  }

  @Test
  void shouldLoadAgainWhenMoreHistoryIsAnnounced() {
    ledger.receive(new FeedPromise("rides", JUNE, JULY, 0, JULY, false));
    assertThat(ledger.isLoading()).isFalse();

    ledger.receive(new FeedPromise("rides", null, null, 0, AUGUST, false));

    assertThat(ledger.isLoading()).isTrue();
  }

  private void restart(String... feeds) {
    ledger = new PromiseLedger(List.of(feeds), journal);
  }

  private static FeedPromise promise(String feed, Instant from, Instant until, long offset) {
    return new FeedPromise(feed, from, until, offset, null, false);
  }

  @Test
  void shouldNotWaitForAFeedThatHasRetiredOnceItsRidesAreRead() {
    PromiseLedger ledger = new PromiseLedger(List.of("a", "b"), journal);
    ledger.receive(promise("a", JUNE, AUGUST, 0));
    ledger.receive(promise("b", JUNE, JULY, 5));
    ledger.receive(retired("b", JUNE, JULY, 5));
    assertThat(ledger.watermark()).isEmpty();

    ledger.reach(5);

    assertThat(ledger.watermark()).contains(AUGUST);
    assertThat(ledger.isRetired("b")).isTrue();
    assertThat(new PromiseLedger(List.of("a", "b"), journal).watermark()).contains(AUGUST);
  }

  @Test
  void shouldWaitAgainForAFeedThatComesBack() {
    PromiseLedger ledger = new PromiseLedger(List.of("a", "b"), journal);
    ledger.receive(promise("a", JUNE, AUGUST, 0));
    ledger.receive(retired("b", JUNE, JULY, 0));

    ledger.receive(promise("b", JUNE, JULY.plusSeconds(60), 9));

    assertThat(ledger.watermark()).contains(JULY);
    ledger.reach(9);
    assertThat(ledger.watermark()).contains(JULY.plusSeconds(60));
  }

  @Test
  void shouldStandStillWhenAllFeedsHaveRetired() {
    PromiseLedger ledger = new PromiseLedger(List.of("a", "b"), journal);
    ledger.receive(retired("a", JUNE, AUGUST, 0));
    ledger.receive(retired("b", JUNE, JULY, 0));

    assertThat(ledger.watermark()).contains(JULY);
  }

  @Test
  void shouldNotWaitForHistoryOfAFeedThatHasRetired() {
    PromiseLedger ledger = new PromiseLedger(List.of("a"), journal);
    ledger.receive(new FeedPromise("a", null, null, 0, AUGUST, false));
    assertThat(ledger.isLoading()).isTrue();

    ledger.receive(retired("a", JUNE, JULY, 0));

    assertThat(ledger.isLoading()).isFalse();
  }

  private static FeedPromise retired(String feed, Instant from, Instant until, long offset) {
    return new FeedPromise(feed, from, until, offset, null, true);
  }
}

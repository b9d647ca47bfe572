package io.ridecast.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ridecast.local.stack.LocalStack;
import io.ridecast.local.stack.LocalStackExtension;
import io.ridecast.oracle.Invariants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults 1, 2 and 3: the aggregator is killed in the middle of a transaction, killed again while it
 * restores its state, and frozen until another one has taken its place. One stream of rides goes on
 * through all of it, and after every point all that was ever counted is compared.
 */
@ExtendWith(LocalStackExtension.class)
class CrashIT {
  private static final int RIDES = 6_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private LocalStack stack;
  private Admin admin;
  private RideWorld world;
  private AggregatorProcess aggregator;
  private long midTransaction;
  private long whileRestoring;
  private long frozen;

  @Test
  void shouldStayExactThroughFivePoints(LocalStack given) throws Exception {
    crash(given, 5);
  }

  @Test
  @Tag("faults")
  void shouldStayExactThroughTwentyPoints(LocalStack given) throws Exception {
    crash(given, 20);
  }

  private void crash(LocalStack given, int points) throws Exception {
    stack = given;
    try (Admin client = stack.admin();
        RideWorld rides = new RideWorld(stack, points);
        Verdicts verdicts = new Verdicts(stack)) {
      admin = client;
      world = rides;
      aggregator = start("one").ready();
      for (int point = 0; point < points; point++) {
        crash(point);
        finishDay(point);
        verdicts.assertExact(world);
      }
      world.passDays(20);
      verdicts.assertExact(world);
      world.rideOfFirstDays(300);
      verdicts.assertExact(world);
      assertThat(Invariants.fired("a kill in mid-transaction", midTransaction)).isEmpty();
      assertThat(Invariants.fired("a kill during restore", whileRestoring)).isEmpty();
      assertThat(Invariants.fired("a freeze", frozen)).isEmpty();
      System.out.printf(
          "%d points, %,d rides: %d kills in mid-transaction, %d while restoring, %d freezes;"
              + " exact%n",
          points, world.sent(), midTransaction, whileRestoring, frozen);
    } finally {
      aggregator.close();
    }
  }

  private void crash(int point) throws Exception {
    CompletableFuture<Void> riding = CompletableFuture.runAsync(() -> world.ride(RIDES));
    switch (point % 5) {
      case 1 -> {
        killInTransaction();
        killWhileRestoring();
      }
      case 3 -> freezeAlone();
      case 4 -> freezeWhileAnotherTakesOver();
      default -> killInTransaction();
    }
    riding.get();
    if (!aggregator.isAlive()) {
      aggregator = start("one").ready();
    }
  }

  /** Half of the days close by a promise that comes before their rides. */
  private void finishDay(int point) {
    if (point % 2 == 0) {
      world.closeDay();
    } else {
      world.closeDayAhead(500);
    }
  }

  private void killInTransaction() {
    OpenTransaction transaction = new OpenTransaction(admin, RideWorld.PARTITIONS);
    transaction.untilOpen();
    aggregator.kill();
    midTransaction += transaction.isOpen() ? 1 : 0;
  }

  private void killWhileRestoring() {
    AggregatorProcess next = start("one");
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> next.health().isPresent());
    whileRestoring +=
        next.health().filter(answer -> answer.statusCode() == 503).isPresent() ? 1 : 0;
    next.kill();
  }

  private void freezeAlone() {
    freezeInTransaction();
    aggregator.thaw();
    aggregator.ready();
  }

  private void freezeWhileAnotherTakesOver() {
    freezeInTransaction();
    AggregatorProcess other = start("two").ready();
    aggregator.thaw();
    aggregator.ready();
    aggregator.kill();
    aggregator = other;
  }

  /** Until the group has given it up: its transaction is ended, and it does not know. */
  private void freezeInTransaction() {
    new OpenTransaction(admin, RideWorld.PARTITIONS).untilOpen();
    aggregator.freeze();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                admin
                    .describeConsumerGroups(List.of("ridecast-aggregator"))
                    .all()
                    .get()
                    .get("ridecast-aggregator")
                    .members()
                    .isEmpty());
    frozen++;
  }

  private AggregatorProcess start(String name) {
    return AggregatorProcess.start(stack, folder.resolve(name), Map.of());
  }
}

package io.ridecast.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.RejectionReason;
import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import io.ridecast.schemas.topics.CommunityPartition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases that were worked out by hand. */
class OracleTest {
  private static final Instant ARRIVAL = Instant.parse("2020-11-20T00:00:00Z");
  private static final String FIRST = "2020-11-01T05:00:00Z"; // the clocks went back that night
  private static final String CLOSES = "2020-11-02T08:00:00Z";
  private static final String FORGETS = "2020-11-16T08:00:00Z";

  @TempDir Path folder;
  private Oracle oracle;
  private long offset;

  @BeforeEach
  void twoCommunities() throws Exception {
    Path file = folder.resolve("catalogue.csv");
    Files.writeString(file, "number,name,latitude,longitude\n1,A,41.9,-87.7\n2,B,41.9,-87.7\n");
    oracle = new Oracle(rules(Catalogue.load(file), 1));
  }

  @Test
  void shouldCountARideOfEachHourThatRepeatsOnTheSameDay() {
    ride("a", "1", "2020-11-01T06:30:00Z");
    ride("b", "1", "2020-11-01T07:30:00Z");
    ride("b", "1", "2020-11-01T07:45:00Z");

    promise(FIRST, CLOSES, offset);

    assertThat(oracle.expectation().cells())
        .containsOnly(
            Map.entry("1/2020-11-01", new Cell(2, DemandStatus.CLOSED)),
            Map.entry("2/2020-11-01", new Cell(0, DemandStatus.CLOSED)));
    assertThat(oracle.expectation().total()).isEqualTo(new Books(2, 1, Map.of(), 0));
  }

  @Test
  void shouldHoldAPromiseUntilItsRidesAreRead() {
    promise(FIRST, CLOSES, 2);
    ride("a", "1", "2020-11-01T17:00:00Z");
    assertThat(oracle.expectation().cells()).isEmpty();

    ride("b", "1", "2020-11-01T17:00:00Z");

    assertThat(oracle.expectation().cells())
        .containsEntry("1/2020-11-01", new Cell(2, DemandStatus.CLOSED));
  }

  @Test
  void shouldRejectByName() {
    promise(FIRST, FORGETS, 0);

    ride("a", "9", "2020-11-15T17:00:00Z");
    ride("b", "1", "2020-12-01T00:00:00Z");
    ride("c", "1", "2009-12-31T23:59:59Z");
    ride("d", "1", "2020-11-01T17:00:00Z");
    end("e", "2020-11-15T17:00:00Z", "2020-11-15T16:59:00Z");
    end("f", "2020-11-15T17:00:00Z", "2020-11-17T16:59:00Z");
    oracle.unreadable(0, offset++);
    oracle.oversized(0, offset++);

    Books books = oracle.expectation().total();
    assertThat(books)
        .isEqualTo(
            new Books(
                1,
                0,
                Map.of(
                    RejectionReason.UNKNOWN_COMMUNITY, 1L,
                    RejectionReason.IMPLAUSIBLE_TIME, 2L,
                    RejectionReason.LATE, 1L,
                    RejectionReason.END_BEFORE_START, 1L,
                    RejectionReason.OVERSIZED, 1L),
                1));
    assertThat(books.consumed()).isEqualTo(8);
    assertThat(books.late()).isEqualTo(1);
  }

  @Test
  void shouldLetAnEndInTheRepeatedHourPrecedeItsStart() {
    end("a", "2020-11-01T07:20:00Z", "2020-11-01T06:40:00Z");
    end("b", "2020-11-01T07:40:00Z", "2020-11-01T06:20:00Z");

    assertThat(oracle.expectation().total().rejected())
        .containsOnly(Map.entry(RejectionReason.END_BEFORE_START, 1L));
  }

  @Test
  void shouldKnowWhichPartitionACommunityBelongsTo() {
    int home = CommunityPartition.of("6", 8);
    Oracle chicago = new Oracle(rules(Catalogue.chicago(), 8));

    chicago.ride(home, 0, riding("a", "6", "2020-11-15T17:00:00Z"), ARRIVAL);
    chicago.ride((home + 1) % 8, 0, riding("a", "6", "2020-11-15T17:00:00Z"), ARRIVAL);

    assertThat(chicago.expectation().total())
        .isEqualTo(new Books(1, 0, Map.of(RejectionReason.MISROUTED, 1L), 0));
  }

  @Test
  void shouldSayWhichOpenDaysHaveRides() {
    ride("a", "2", "2020-11-03T17:00:00Z");
    promise(FIRST, "2020-11-01T20:00:00Z", offset);

    assertThat(oracle.expectation().cells())
        .containsOnly(Map.entry("2/2020-11-03", new Cell(1, DemandStatus.OPEN)));
  }

  private static CountingRules rules(Catalogue catalogue, int partitions) {
    return new CountingRules(
        catalogue,
        ServiceCalendar.always(),
        partitions,
        Set.of("rides"),
        Duration.ofHours(2),
        Duration.ofDays(14));
  }

  private void ride(String id, String community, String start) {
    oracle.ride(0, offset++, riding(id, community, start), ARRIVAL);
  }

  private void end(String id, String start, String end) {
    Ride ride = Ride.newBuilder(riding(id, "1", start)).setEndedAt(Instant.parse(end)).build();
    oracle.ride(0, offset++, ride, ARRIVAL);
  }

  private static Ride riding(String id, String community, String start) {
    return Ride.newBuilder()
        .setRideId(id)
        .setStartedAt(Instant.parse(start))
        .setCommunity(community)
        .build();
  }

  private void promise(String from, String until, long ridesOffset) {
    oracle.watermark(
        0,
        RideWatermark.newBuilder()
            .setFeed("rides")
            .setCompleteFrom(Instant.parse(from))
            .setCompleteUntil(Instant.parse(until))
            .setRidesOffset(ridesOffset)
            .setSentAt(ARRIVAL)
            .build());
  }
}

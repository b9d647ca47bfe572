package io.ridecast.feed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.feed.csv.SkipCounts;
import io.ridecast.feed.csv.SkipReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedReportTest {

  @Test
  void shouldTellTheSumAndTheReasonsWithTheirFirstLines() {
    SkipCounts skips = new SkipCounts();
    for (int line = 2; line <= 8; line++) {
      skips.add(SkipReason.NO_START_TIME, "line " + line);
    }
    skips.add(SkipReason.RAGGED_ROW, "line 9");
    FeedReport report = report(1_200_008, 1_200_000, skips.byReason());

    assertThat(ReportText.of(report))
        .containsExactly(
            "feed rides: 1,200,008 rows = 1,200,000 sent + 8 skipped, in 8.0 s (150,000 rides/s)",
            "  skipped 1: not as many fields as the heading (line 9)",
            "  skipped 7: no start time (line 2, line 3, line 4, line 5, line 6, ...)",
            "  complete until 2020-08-13T07:00:00Z");
  }

  @Test
  void shouldNotExistWhenItsSumsDoNotAddUp() {
    assertThatThrownBy(() -> report(3, 1, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 rows were read, but 1 sent and 0 skipped");
  }

  private static FeedReport report(
      long rows, long sent, Map<SkipReason, SkipCounts.Skipped> skipped) {
    return new FeedReport(
        "rides",
        rows,
        sent,
        skipped,
        Optional.of(Instant.parse("2020-08-13T07:00:00Z")),
        false,
        Duration.ofSeconds(8));
  }
}

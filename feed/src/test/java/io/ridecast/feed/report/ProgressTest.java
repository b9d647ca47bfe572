package io.ridecast.feed.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final FeedPlan PLAN =
      new FeedPlan(
          "rides",
          10_000,
          LocalDate.parse("2020-08-12"),
          LocalDate.parse("2020-08-14"),
          false,
          Optional.empty());

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void shouldSayALineEveryFewSecondsInALog() {
    List<String> lines = new ArrayList<>();
    LineProgress progress = new LineProgress(lines::add, () -> now);

    progress.begins(PLAN);
    progress.advanced(1_000);
    now = now.plusSeconds(5);
    progress.advanced(5_000);
    now = now.plusSeconds(1);
    progress.advanced(6_000);

    assertThat(lines)
        .containsExactly(
            "feed rides: about 10,000 rows, 2020-08-12 to 2020-08-14, not in order: promised at the"
                + " end",
            "5,000 of 10,000 rows (50 %), 1,000 a second");
  }

  @Test
  void shouldSayALineForEachLiveDay() {
    List<String> lines = new ArrayList<>();
    LineProgress progress = new LineProgress(lines::add, () -> now);

    for (int hour = 1; hour < 48; hour++) {
      progress.live(now.plusSeconds(3600L * hour), 100);
    }

    assertThat(lines).containsExactly("live until 2026-01-02T00:00:00Z: 2,400 rides in a day");
  }

  @Test
  void shouldDrawABarThatEndsFull() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BarProgress progress =
        new BarProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), "rides");

    progress.begins(PLAN);
    progress.advanced(10_000);
    progress.historySent(10_000);

    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("rides", "100%", "10000/10000");
  }
}

package io.ridecast.trainer.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingScheduleTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  private final TrainingSchedule daily = new TrainingSchedule("0 5 * * *", CHICAGO);

  @Test
  void shouldFindTheSlotInTheCataloguesZone() {
    assertThat(daily.newestSlot(at("2020-09-10T09:00:00Z"), at("2020-09-10T11:00:00Z")))
        .contains(at("2020-09-10T10:00:00Z"));
  }

  @Test
  void shouldFollowTheClocksIntoWinter() {
    assertThat(daily.newestSlot(at("2020-11-01T06:00:00Z"), at("2020-11-01T12:00:00Z")))
        .contains(at("2020-11-01T11:00:00Z"));
  }

  @Test
  void shouldCountASlotAtTheEndOfTheSpanAndNotAtItsStart() {
    Instant slot = at("2020-09-10T10:00:00Z");

    assertThat(daily.newestSlot(slot.minusSeconds(1), slot)).contains(slot);
    assertThat(daily.newestSlot(slot, slot.plusSeconds(3600))).isEmpty();
    assertThat(daily.newestSlot(slot.minusSeconds(60), slot.minusMillis(1))).isEmpty();
  }

  @Test
  void shouldTakeTheNewestOfSeveralSlots() {
    assertThat(daily.newestSlot(at("2020-09-01T00:00:00Z"), at("2020-09-10T11:00:00Z")))
        .contains(at("2020-09-10T10:00:00Z"));
  }

  @Test
  void shouldKnowDaysOfTheWeek() {
    TrainingSchedule mondays = new TrainingSchedule("0 5 * * MON", CHICAGO);

    assertThat(mondays.newestSlot(at("2020-09-08T00:00:00Z"), at("2020-09-13T23:00:00Z")))
        .isEmpty();
    assertThat(mondays.newestSlot(at("2020-09-08T00:00:00Z"), at("2020-09-14T23:00:00Z")))
        .contains(at("2020-09-14T10:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5 o'clock", "0 5 * *", "0 0 5 * * *", "61 5 * * *", "0 5 * * MOON"})
  void shouldRefuseWhatIsNoCrontabLine(String cron) {
    assertThatIllegalArgumentException().isThrownBy(() -> new TrainingSchedule(cron, CHICAGO));
  }

  @Test
  void shouldTellEachSlotOnce() {
    SlotWatch watch = new SlotWatch(daily);

    assertThat(watch.due(at("2020-09-10T09:00:00Z"), false)).isEmpty();
    assertThat(watch.due(at("2020-09-10T10:00:00Z"), false)).contains(at("2020-09-10T10:00:00Z"));
    assertThat(watch.due(at("2020-09-10T10:00:00Z"), false)).isEmpty();
    assertThat(watch.due(at("2020-09-11T09:59:59Z"), false)).isEmpty();
    assertThat(watch.due(at("2020-09-11T10:00:01Z"), false)).contains(at("2020-09-11T10:00:00Z"));
  }

  @Test
  void shouldDropSlotsThatPassWhileLoading() {
    SlotWatch watch = new SlotWatch(daily);
    watch.due(at("2020-09-10T09:00:00Z"), false);

    assertThat(watch.due(at("2020-09-10T11:00:00Z"), true)).isEmpty();
    assertThat(watch.due(at("2020-09-10T12:00:00Z"), false)).isEmpty();
  }

  @Test
  void shouldMakeUpForASlotThatPassedSinceTheLastOneAskedFor() {
    SlotWatch watch = new SlotWatch(daily);
    watch.asked(at("2020-09-09T10:00:00Z"));

    assertThat(watch.due(at("2020-09-10T11:00:00Z"), false)).contains(at("2020-09-10T10:00:00Z"));
  }

  @Test
  void shouldNotGoBack() {
    SlotWatch watch = new SlotWatch(daily);
    watch.asked(at("2020-09-10T10:00:00Z"));
    watch.asked(at("2020-09-01T10:00:00Z"));

    assertThat(watch.due(at("2020-09-10T11:00:00Z"), false)).isEmpty();
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}

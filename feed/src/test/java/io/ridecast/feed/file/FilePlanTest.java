package io.ridecast.feed.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.feed.csv.FileSurvey;
import io.ridecast.feed.csv.RideFiles;
import io.ridecast.feed.csv.UnusableRideFile;
import io.ridecast.feed.sending.Promise;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePlanTest {
  private static final Duration GRACE = Duration.ofHours(2);

  @Test
  void shouldPromiseWholeLocalDaysAndTheGrace() {
    FilePlan plan =
        plan(survey("a", "2020-08-12T10:00:00Z", "2020-08-15T01:00:00Z", Duration.ZERO));

    assertThat(plan.firstDay()).isEqualTo("2020-08-12");
    assertThat(plan.lastDay()).isEqualTo("2020-08-14");
    assertThat(plan.span())
        .isEqualTo(
            new Promise(
                Instant.parse("2020-08-12T05:00:00Z"), Instant.parse("2020-08-15T07:00:00Z")));
    assertThat(plan.historyEnd()).isEqualTo(plan.span().until());
  }

  @Test
  void shouldSendSeveralFilesByTheirFirstStart() {
    FilePlan plan =
        plan(
            survey("b", "2020-09-01T10:00:00Z", "2020-09-30T10:00:00Z", Duration.ZERO),
            survey("a", "2020-08-01T10:00:00Z", "2020-08-31T10:00:00Z", Duration.ofHours(1)));

    assertThat(plan.files()).containsExactly(Path.of("a"), Path.of("b"));
    assertThat(plan.rows()).isEqualTo(20);
    assertThat(plan.disorder()).contains(Duration.ofHours(1));
  }

  @Test
  void shouldTakeOverlappingFilesAsOutOfOrder() {
    FilePlan plan =
        plan(
            survey("a", "2020-08-01T10:00:00Z", "2020-08-31T10:00:00Z", Duration.ZERO),
            survey("b", "2020-08-15T10:00:00Z", "2020-08-20T10:00:00Z", Duration.ZERO));

    assertThat(plan.disorder()).isEmpty();
    assertThat(plan.lastDay()).isEqualTo("2020-08-31");
  }

  @Test
  void shouldEndTheHistoryWithTheGraceOfTheDayBeforeTheLiveOnes() {
    FilePlan plan =
        FilePlan.of(
            List.of(survey("a", "2020-08-12T10:00:00Z", "2020-08-15T01:00:00Z", Duration.ZERO)),
            Optional.of(LocalDate.parse("2020-08-14")),
            RideFiles.CHICAGO.serviceDay(),
            GRACE);

    assertThat(plan.historyEnd()).isEqualTo("2020-08-14T07:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-08-11", "2020-08-12", "2020-08-15"})
  void shouldRefuseALiveDayThatLeavesNoHistoryOrNothingLive(LocalDate day) {
    FileSurvey survey = survey("a", "2020-08-12T10:00:00Z", "2020-08-15T01:00:00Z", Duration.ZERO);

    assertThatThrownBy(
            () ->
                FilePlan.of(
                    List.of(survey), Optional.of(day), RideFiles.CHICAGO.serviceDay(), GRACE))
        .isInstanceOf(UnusableRideFile.class)
        .hasMessageContaining("2020-08-12 to 2020-08-14");
  }

  private static FilePlan plan(FileSurvey... surveys) {
    return FilePlan.of(List.of(surveys), Optional.empty(), RideFiles.CHICAGO.serviceDay(), GRACE);
  }

  private static FileSurvey survey(String name, String first, String last, Duration stepBack) {
    return new FileSurvey(Path.of(name), 10, Instant.parse(first), Instant.parse(last), stepBack);
  }
}

package io.ridecast.feed.csv;

import static io.ridecast.feed.csv.RideFiles.CHICAGO;
import static io.ridecast.feed.csv.RideFiles.HEADING;
import static io.ridecast.feed.csv.RideFiles.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSurveyTest {
  private static final Plausible PLAUSIBLE = Plausible.at(Instant.parse("2021-01-01T00:00:00Z"));

  @TempDir private Path directory;

  @Test
  void shouldFindTheSpanAndThatTheFileIsInOrder() throws Exception {
    FileSurvey survey =
        survey("a,2020-08-12T05:00:00,,6\nb,2020-08-12T05:00:00,,6\nc,2020-08-14T05:00:00,,6\n");

    assertThat(survey.rows()).isEqualTo(3);
    assertThat(survey.first()).isEqualTo("2020-08-12T10:00:00Z");
    assertThat(survey.last()).isEqualTo("2020-08-14T10:00:00Z");
    assertThat(survey.longestStepBack()).isZero();
  }

  @Test
  void shouldMeasureHowFarTheFileIsOutOfOrder() throws Exception {
    FileSurvey survey =
        survey(
            "a,2020-08-12T05:00:00,,6\nb,2020-08-14T05:00:00,,6\n"
                + "c,2020-08-13T23:00:00,,6\nd,2020-08-13T20:00:00,,6\n");

    assertThat(survey.longestStepBack()).isEqualTo(Duration.ofHours(9));
  }

  @Test
  void shouldKeepImplausibleTimesOutOfTheSpanButCountTheirRows() throws Exception {
    FileSurvey survey =
        survey(
            "a,2999-01-01T00:00:00,,6\nb,1970-01-01T00:00:00,,6\n"
                + "c,2020-08-12T05:00:00,,6\n,2020-08-13T05:00:00,,6\n");

    assertThat(survey.rows()).isEqualTo(4);
    assertThat(survey.first()).isEqualTo("2020-08-12T10:00:00Z").isEqualTo(survey.last());
    assertThat(survey.longestStepBack()).isZero();
  }

  @Test
  void shouldAllowStartsFrom2010ToADayAhead() {
    assertThat(PLAUSIBLE.test(Instant.parse("2009-12-31T23:59:59Z"))).isFalse();
    assertThat(PLAUSIBLE.test(Instant.parse("2010-01-01T00:00:00Z"))).isTrue();
    assertThat(PLAUSIBLE.test(Instant.parse("2021-01-02T00:00:00Z"))).isTrue();
    assertThat(PLAUSIBLE.test(Instant.parse("2021-01-02T00:00:01Z"))).isFalse();
  }

  @Test
  void shouldRefuseAFileWithoutAUsableRow() {
    assertThatThrownBy(
            () -> survey(",2020-08-12T05:00:00,,6\na,,,6\nb,1970-01-01T00:00:00,,6\nc,,,7\n"))
        .isInstanceOf(UnusableRideFile.class)
        .hasMessageContaining(
            "has no usable row: of 4 rows 1 with no ride id (line 2), 2 with no start time (line 3,"
                + " line 5), 1 with an implausible start time; found the columns [trip_id,"
                + " start_time, end_time, start_community_area_number]; needed are trip_id");
  }

  @Test
  void shouldRefuseAFileOfAHeadingAlone() {
    assertThatThrownBy(() -> survey(""))
        .isInstanceOf(UnusableRideFile.class)
        .hasMessageContaining("has no usable row: no rows at all");
  }

  private FileSurvey survey(String rows) throws IOException {
    return FileSurvey.of(file(directory, "a.csv", HEADING + rows), CHICAGO, PLAUSIBLE);
  }
}

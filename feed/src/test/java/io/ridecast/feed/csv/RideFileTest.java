package io.ridecast.feed.csv;

import static io.ridecast.feed.csv.RideFiles.HEADING;
import static io.ridecast.feed.csv.RideFiles.excerpt;
import static io.ridecast.feed.csv.RideFiles.file;
import static io.ridecast.feed.csv.RideFiles.gzipped;
import static io.ridecast.feed.csv.RideFiles.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.records.Ride;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RideFileTest {
  @TempDir private Path directory;

  @Test
  void shouldReadTheStyleOfThePortalsApi() throws Exception {
    List<RideRow> rows = rows(excerpt("portal-api-style.csv"));

    assertThat(rows).hasSize(6).allMatch(RideRow.Accepted.class::isInstance);
    assertThat(ride(rows.get(1)))
        .isEqualTo(
            new Ride(
                "82dd7b8f-8de0-4f25-829b-b32bf47e8419",
                Instant.parse("2020-08-12T10:00:00Z"),
                "22",
                Instant.parse("2020-08-12T10:00:00Z"),
                "21",
                "spin",
                17,
                "rides"));
  }

  @Test
  void shouldReadTheStyleOfThePortalsExport() throws Exception {
    List<RideRow> rows = rows(excerpt("portal-export-style.csv"));

    assertThat(rows).hasSize(5);
    assertThat(ride(rows.get(1)))
        .isEqualTo(
            new Ride(
                "2254578e-5ba6-41a6-9220-6c9f70e301b1",
                Instant.parse("2019-06-29T02:00:00Z"),
                "",
                Instant.parse("2019-06-29T03:00:00Z"),
                null,
                null,
                3000,
                "rides"));
    assertThat(ride(rows.get(3)).getCommunity()).isEqualTo("24");
    assertThat(ride(rows.get(3)).getEndCommunity()).isEqualTo("28");
    assertThat(ride(rows.get(4)).getCommunity()).isEqualTo("22");
  }

  @Test
  void shouldFindTheColumnsInAnyOrder() throws Exception {
    Path file =
        file(
            directory,
            "a.csv",
            "vendor,Start Community Area Name,START_TIME, Trip ID \n"
                + "lime,Lake View,2020-08-12T05:30:00,a\n");

    assertThat(ride(rows(file).get(0)))
        .isEqualTo(
            new Ride(
                "a",
                Instant.parse("2020-08-12T10:30:00Z"),
                "6",
                null,
                null,
                "lime",
                null,
                "rides"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void shouldTakeAnyLineEnd(String end) throws Exception {
    String text = HEADING + "a,2020-08-12T05:00:00,,6\n\nb,2020-08-12T05:00:00,,6\n";

    List<RideRow> rows = rows(file(directory, "a.csv", text.replace("\n", end)));

    assertThat(rows).extracting(RideRow::line).containsExactly(2L, 4L);
  }

  @Test
  void shouldReadSemicolonsAByteOrderMarkAndNoLastLineEnd() throws Exception {
    String text =
        "\uFEFFtrip_id;start_time;start_community_area_number;start_community_area_name\n"
            + "a;08/12/2020 05:00:00 AM;6;\"LAKE VIEW; NORTH\"";

    List<RideRow> rows = rows(file(directory, "a.csv", text));

    assertThat(rows).singleElement();
    assertThat(ride(rows.get(0)).getCommunity()).isEqualTo("6");
  }

  @Test
  void shouldKnowGzipByItsFirstBytesAndNotByName() throws Exception {
    String text = HEADING + "a,2020-08-12T05:00:00,,6\n";

    assertThat(rows(gzipped(directory, "packed.csv", text))).hasSize(1);
    assertThat(rows(file(directory, "plain.csv.gz", text))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'',2020-08-12T05:00:00,NO_RIDE_ID",
    "' ',2020-08-12T05:00:00,NO_RIDE_ID",
    "a,'',NO_START_TIME",
    "a,yesterday,UNREADABLE_START_TIME",
    "a,2020-08-12,UNREADABLE_START_TIME",
    "a,2020-02-30T05:00:00,UNREADABLE_START_TIME",
    "a,13/01/2020 05:00:00 AM,UNREADABLE_START_TIME",
    "a,01/01/2020 13:00:00 PM,UNREADABLE_START_TIME",
    "a,2020-08-12T24:00:00,UNREADABLE_START_TIME",
  })
  void shouldSkipWhatCannotBeARide(String id, String start, SkipReason reason) throws Exception {
    Path file = file(directory, "a.csv", HEADING + id + "," + start + ",,6\n");

    assertThat(rows(file)).containsExactly(new RideRow.Skipped(reason, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,2020-08-12T05:00:00,", "a,2020-08-12T05:00:00,,6,7", "a", ","})
  void shouldSkipARaggedRowAndGoOn(String row) throws Exception {
    Path file = file(directory, "a.csv", HEADING + row + "\nb,2020-08-12T05:00:00,,6\n");

    List<RideRow> rows = rows(file);

    assertThat(rows.get(0)).isEqualTo(new RideRow.Skipped(SkipReason.RAGGED_ROW, 2));
    assertThat(ride(rows.get(1)).getRideId()).isEqualTo("b");
  }

  @Test
  void shouldSendWhatOnlyTheAggregatorCanJudge() throws Exception {
    String text =
        HEADING
            + "future,2999-01-01T00:00:00,,6\n"
            + "past,1970-01-01T00:00:00,,6\n"
            + "nowhere,2020-08-12T05:00:00,,\n"
            + "elsewhere,2020-08-12T05:00:00,,99\n"
            + "back,2020-08-12T05:00:00,2020-08-12T04:00:00,6\n";

    assertThat(rows(file(directory, "a.csv", text)))
        .hasSize(5)
        .allMatch(RideRow.Accepted.class::isInstance);
  }

  @ParameterizedTest
  @CsvSource({
    "6,'',6",
    "06,'',6",
    "6.0,'',6",
    "' 6 ','',6",
    "'',LAKE VIEW,6",
    "'',lake view,6",
    "'',Lake  View,6",
    "99,LAKE VIEW,6",
    "99,NOWHERE,99",
    "x,'',''",
    "'',NOWHERE,''",
    "'','',''",
    "6,LOOP,6",
    "12345678901234567890,'',''",
  })
  void shouldFindTheCommunityByNumberElseByName(String number, String name, String key)
      throws Exception {
    String text =
        "trip_id,start_time,start_community_area_number,start_community_area_name\n"
            + "a,2020-08-12T05:00:00,"
            + number
            + ","
            + name
            + "\n";

    assertThat(ride(rows(file(directory, "a.csv", text)).get(0)).getCommunity()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource(
      value = {"12.6|13", "|NULL", "far|NULL", "1e300|NULL", "NaN|NULL", "-5|-5"},
      delimiter = '|',
      nullValues = "NULL")
  void shouldReadADistanceOrLeaveItOut(String text, Integer metres) throws Exception {
    Path file =
        file(
            directory,
            "a.csv",
            "trip_id,start_time,start_community_area_number,"
                + "trip_distance\na,2020-08-12T05:00:00,6,"
                + (text == null ? "" : text)
                + "\n");

    assertThat(ride(rows(file).get(0)).getDistanceM()).isEqualTo(metres);
  }

  @Test
  void shouldKeepAStrayQuoteToItsRow() throws Exception {
    StringBuilder text = new StringBuilder(HEADING + "a,\"2020-08-12T05:00:00,,6\n");
    for (int i = 0; i < 100; i++) {
      text.append("b").append(i).append(",2020-08-12T05:00:00,,6\n");
    }
    text.append("c,2020-08-12T05:00:00,\"2020-08-12T06:00:00,6\n");

    List<RideRow> rows = rows(file(directory, "a.csv", text.toString()));

    assertThat(rows).hasSize(102).allMatch(RideRow.Accepted.class::isInstance);
    assertThat(rows.get(101).line()).isEqualTo(103);
  }

  @Test
  void shouldReadAQuotedFieldOverTwoLinesAndKeepTheLineNumbers() throws Exception {
    String text =
        "trip_id,start_time,place,start_community_area_number\n"
            + "a,2020-08-12T05:00:00,\"(41.9,\n\"\"-87.6\"\")\",6\n"
            + "b,2020-08-12T05:00:00,\"POINT (-87.6, 41.8)\",6\n";

    List<RideRow> rows = rows(file(directory, "a.csv", text));

    assertThat(rows).hasSize(2).allMatch(RideRow.Accepted.class::isInstance);
    assertThat(rows).extracting(RideRow::line).containsExactly(2L, 4L);
  }

  @Test
  void shouldSkipALineOfAbsurdLength() throws Exception {
    String text = HEADING + "x".repeat(3_000_000) + "\nb,2020-08-12T05:00:00,,6\n";

    List<RideRow> rows = rows(file(directory, "a.csv", text));

    assertThat(rows.get(0)).isEqualTo(new RideRow.Skipped(SkipReason.RAGGED_ROW, 2));
    assertThat(ride(rows.get(1)).getRideId()).isEqualTo("b");
  }

  @Test
  void shouldSayThatAFileIsMissing() {
    Path missing = directory.resolve("no.csv");

    assertThatThrownBy(() -> rows(missing))
        .isInstanceOf(UnusableRideFile.class)
        .hasMessageContaining(missing + " does not exist")
        .hasMessageContaining("trip_id, start_time");
  }

  @Test
  void shouldSayWhichColumnsWereFoundAndWhichWereNeeded() throws Exception {
    Path file = file(directory, "a.csv", "date,Trip ID,tmax\n2020-08-12,1,31\n");

    assertThatThrownBy(() -> rows(file))
        .isInstanceOf(UnusableRideFile.class)
        .hasMessage(
            file
                + " is not a ride file: found the columns [date, Trip ID, tmax]; needed are trip_id,"
                + " start_time, and start_community_area_number or start_community_area_name"
                + " (missing: start_time, start_community_area_number or"
                + " start_community_area_name)");
  }

  @Test
  void shouldRefuseABinaryFileInOneShortLine() throws Exception {
    byte[] bytes = new byte[200_000];
    Arrays.fill(bytes, (byte) 0x89);
    bytes[7] = '"';
    Path file = Files.write(directory.resolve("picture.png"), bytes);

    assertThatThrownBy(() -> rows(file))
        .isInstanceOf(UnusableRideFile.class)
        .message()
        .doesNotContain("\n")
        .hasSizeLessThan(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\uFEFF"})
  void shouldRefuseAFileWithoutAHeading(String text) throws Exception {
    Path file = file(directory, "empty.csv", text);

    assertThatThrownBy(() -> rows(file))
        .isInstanceOf(UnusableRideFile.class)
        .hasMessageContaining("found the columns []");
  }

  @Test
  void shouldRefuseADirectory() {
    assertThatThrownBy(() -> rows(directory))
        .isInstanceOf(UnusableRideFile.class)
        .hasMessageContaining("is a directory");
  }

  @Test
  void shouldNameTheLineAtWhichAPackedFileBreaksOff() throws Exception {
    StringBuilder text = new StringBuilder(HEADING);
    for (int i = 0; i < 50_000; i++) {
      text.append(Integer.toHexString(i * 0x9e3779b9)).append(",2020-08-12T05:00:00,,6\n");
    }
    Path whole = gzipped(directory, "whole.csv.gz", text.toString());
    byte[] half = Arrays.copyOf(Files.readAllBytes(whole), (int) (Files.size(whole) / 2));
    Path cut = Files.write(directory.resolve("cut.csv.gz"), half);

    assertThatThrownBy(() -> rows(cut))
        .isInstanceOf(UnusableRideFile.class)
        .hasMessageContaining("cut.csv.gz cannot be read on from line ");
  }

  private static Ride ride(RideRow row) {
    return ((RideRow.Accepted) row).ride();
  }
}

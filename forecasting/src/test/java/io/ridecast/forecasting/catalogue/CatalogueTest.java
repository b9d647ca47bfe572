package io.ridecast.forecasting.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final String HEADER = "number,name,latitude,longitude,area_km2,time_zone,starts\n";

  @TempDir Path folder;

  @Test
  void shouldHoldChicagos77Areas() {
    Catalogue chicago = Catalogue.chicago();

    assertThat(chicago.communities()).hasSize(77);
    assertThat(chicago.communities().get(0).name()).isEqualTo("ROGERS PARK");
    assertThat(chicago.communities().get(76).number()).isEqualTo(77);
    assertThat(chicago.serviceDay().zone()).isEqualTo(ZoneId.of("America/Chicago"));
    assertThat(chicago.communities()).allMatch(Community::located);
    assertThat(chicago.communities()).allMatch(area -> area.areaKm2().isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"6", " 6 ", "6.0", "06", "LAKE VIEW", "lake view", " Lake  View "})
  void shouldFindLakeView(String text) {
    assertThat(Catalogue.chicago().find(text)).map(Community::number).contains(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "78", "0", "6.5", "-6", "LAKEVIEW", "NaN", "1e99"})
  void shouldNotFindWhatIsNotThere(String text) {
    assertThat(Catalogue.chicago().find(text)).isEmpty();
  }

  @Test
  void shouldFindByKey() {
    assertThat(Catalogue.chicago().byKey("77")).map(Community::name).contains("EDGEWATER");
    assertThat(Catalogue.chicago().byKey("077")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Lakeview,LAKE VIEW", "lincon park,LINCOLN PARK", "Hyde Prak,HYDE PARK"})
  void shouldNameTheNearestFirst(String text, String nearest) {
    assertThat(Catalogue.chicago().nearestNames(text, 3)).hasSize(3).first().isEqualTo(nearest);
  }

  @Test
  void shouldReadAllColumnsInAnyOrderAndIgnoreOthers() {
    Catalogue catalogue =
        load(
            "\uFEFFstarts;Name;longitude;NUMBER;latitude;mayor;time_zone;area_km2\r\n"
                + "2020-08-12;\"Pier, North\";-87,6;3;41.9;X;America/New_York;1.5\r\n"
                    .replace("-87,6", "-87.6"));

    Community pier = catalogue.communities().get(0);
    assertThat(pier.name()).isEqualTo("Pier, North");
    assertThat(pier.number()).isEqualTo(3);
    assertThat(pier.latitude()).isEqualTo(41.9);
    assertThat(pier.longitude()).isEqualTo(-87.6);
    assertThat(pier.areaKm2()).isEqualTo(OptionalDouble.of(1.5));
    assertThat(pier.starts()).contains(LocalDate.of(2020, 8, 12));
    assertThat(catalogue.serviceDay().zone()).isEqualTo(ZoneId.of("America/New_York"));
  }

  @Test
  void shouldTakeAnUnknownPlace() {
    Community community = load(HEADER + "52,STATION 1059,,\n").communities().get(0);

    assertThat(community.located()).isFalse();
    assertThat(community.areaKm2()).isEmpty();
    assertThat(community.starts()).isEmpty();
  }

  @Test
  void shouldOrderByNumber() {
    assertThat(load(HEADER + "20,B,1,1\n3,A,1,1\n").communities())
        .extracting(Community::key)
        .containsExactly("3", "20");
  }

  @Test
  void shouldNotGuessBetweenEqualNames() {
    Catalogue catalogue = load(HEADER + "1,CENTRE,1,1\n2,Centre,1,1\n");

    assertThat(catalogue.find("centre")).isEmpty();
    assertThat(catalogue.find("2")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,A,1,1~2,B,1,1~1,C,1,1~ | line 4: number 1 already stands in line 2",
        "1,A,91,1~ | line 2: latitude 91 is impossible",
        "1,A,1,-180.5~ | line 2: longitude -180.5 is impossible",
        "1,A,north,1~ | line 2: latitude 'north' is not a number",
        "1,A,NaN,1~ | line 2: latitude NaN is impossible",
        "1,A,,1~ | line 2: one coordinate without the other",
        "x,A,1,1~ | line 2: number 'x' is not a whole number",
        "0,A,1,1~ | line 2: number '0' is not a whole number of at least 1",
        "1,,1,1~ | line 2: name is empty",
        "1,A,1,1,-2~ | line 2: area_km2 -2 is not above 0",
        "1,A,1,1,,Mars/Base~ | line 2: time_zone 'Mars/Base' is unknown",
        "1,A,1,1,,America/Chicago~2,B,1,1,,UTC~ | line 3: time_zone UTC differs",
        "1,A,1,1,,,12.8.2020~ | line 2: starts '12.8.2020' is not a date",
      })
  void shouldNameTheLineOfABadRow(String rows, String message) {
    assertThatThrownBy(() -> load(HEADER + rows.replace("~", "\n")))
        .isInstanceOf(InvalidCatalogue.class)
        .hasMessageContaining("catalogue.csv")
        .hasMessageContaining(message);
  }

  @Test
  void shouldSayWhichColumnsAreThereAndWhichAreNeeded() {
    assertThatThrownBy(() -> load("id,name,latitude\n1,A,1\n"))
        .isInstanceOf(InvalidCatalogue.class)
        .hasMessageContaining("missing column number, longitude")
        .hasMessageContaining("found id, name, latitude")
        .hasMessageContaining("needed number, name, latitude, longitude");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "number,name,latitude,longitude\n", "number,name,latitude,longitude\n,,,\n"})
  void shouldRefuseACatalogueWithoutCommunities(String text) {
    assertThatThrownBy(() -> load(text)).isInstanceOf(InvalidCatalogue.class);
  }

  @Test
  void shouldNameAMissingFile() {
    assertThatThrownBy(() -> Catalogue.load(folder.resolve("none.csv")))
        .isInstanceOf(InvalidCatalogue.class)
        .hasMessageContaining("none.csv");
  }

  @Test
  void shouldDigestWhatItSays() {
    String one = load(HEADER + "1,A,1,1\n").digest();

    assertThat(load("name,number,longitude,latitude\nA,1,1,1\n").digest()).isEqualTo(one);
    assertThat(load(HEADER + "1,A,1,2\n").digest()).isNotEqualTo(one);
    assertThat(load(HEADER + "1,A,1,1,,UTC\n").digest()).isNotEqualTo(one).hasSize(64);
  }

  private Catalogue load(String text) {
    try {
      return Catalogue.load(
          Files.write(folder.resolve("catalogue.csv"), text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package io.ridecast.schemas.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.ridecast.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds today's schemas against every released one. A release freezes its schemas in {@code
 * released/<n>/}; a frozen file is never edited.
 */
class ReleasedSchemasTest {
  private static final Path RELEASED = Path.of("src/test/resources/released");

  static Stream<Path> releasedFiles() throws IOException {
    return files(RELEASED);
  }

  static Stream<Schema> current() {
    return currentByName().values().stream();
  }

  @ParameterizedTest
  @MethodSource("releasedFiles")
  void shouldStayFullTransitiveCompatible(Path file) throws IOException {
    Schema released = new Schema.Parser().parse(Files.readString(file));
    Schema now = currentByName().get(released.getFullName());

    assertThat(now).as("the record %s was removed", released.getFullName()).isNotNull();
    FullCompatibility.check(now, released);
  }

  @Test
  void shouldHaveReleasedEveryRecord() throws IOException {
    Set<String> released =
        releasedFiles().map(file -> file.getFileName().toString()).collect(Collectors.toSet());

    assertThat(currentByName().values().stream().map(schema -> schema.getName() + ".avsc"))
        .allMatch(released::contains);
  }

  @ParameterizedTest
  @MethodSource("current")
  void shouldExplainEveryRecordFieldAndEnum(Schema schema) {
    for (Schema type : namedTypes(schema)) {
      assertThat(type.getDoc()).as("doc of %s", type.getFullName()).isNotBlank();
      if (type.getType() == Schema.Type.RECORD) {
        assertThat(type.getFields())
            .allSatisfy(
                field -> assertThat(field.doc()).as(type + "." + field.name()).isNotBlank());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("current")
  void shouldGiveEveryEnumADefault(Schema schema) {
    assertThat(namedTypes(schema))
        .filteredOn(type -> type.getType() == Schema.Type.ENUM)
        .allSatisfy(type -> assertThat(type.getEnumDefault()).as(type.getFullName()).isNotNull());
  }

  @Test
  void shouldRefuseAFieldWithoutDefault() {
    refuse(
        record("{'name':'a','type':'int'}"),
        record("{'name':'a','type':'int'},{'name':'b','type':'int'}"));
  }

  @Test
  void shouldRefuseARemovedFieldThatHadNoDefault() {
    refuse(
        record("{'name':'a','type':'int'},{'name':'b','type':'int'}"),
        record("{'name':'a','type':'int'}"));
  }

  @Test
  void shouldRefuseAWiderNumber() {
    refuse(record("{'name':'a','type':'int'}"), record("{'name':'a','type':'long'}"));
  }

  @Test
  void shouldRefuseARenamedField() {
    refuse(record("{'name':'a','type':'int'}"), record("{'name':'b','type':'int'}"));
  }

  @Test
  void shouldRefuseAnotherMeaningOfTheSameNumber() {
    refuse(
        record("{'name':'a','type':{'type':'long','logicalType':'timestamp-millis'}}"),
        record("{'name':'a','type':{'type':'long','logicalType':'timestamp-micros'}}"));
  }

  @Test
  void shouldRefuseAnotherEnumDefault() {
    refuse(
        record("{'name':'a','type':{'type':'enum','name':'E','symbols':['X','Y'],'default':'X'}}"),
        record("{'name':'a','type':{'type':'enum','name':'E','symbols':['X','Y'],'default':'Y'}}"));
  }

  @Test
  void shouldAcceptAFieldWithDefault() {
    FullCompatibility.check(
        record("{'name':'a','type':'int'},{'name':'b','type':'int','default':0}"),
        record("{'name':'a','type':'int'}"));
  }

  @Test
  void shouldAcceptANewSymbolOfAnEnumWithDefault() {
    FullCompatibility.check(
        record("{'name':'a','type':{'type':'enum','name':'E','symbols':['X','Y'],'default':'X'}}"),
        record("{'name':'a','type':{'type':'enum','name':'E','symbols':['X'],'default':'X'}}"));
  }

  private static void refuse(Schema released, Schema now) {
    assertThatIllegalStateException()
        .isThrownBy(() -> FullCompatibility.check(now, released))
        .withMessageContaining("released");
  }

  private static Schema record(String fields) {
    String json = "{'type':'record','name':'R','fields':[" + fields + "]}";
    return new Schema.Parser().parse(json.replace('\'', '"'));
  }

  private static Map<String, Schema> currentByName() {
    Map<String, Schema> schemas = new TreeMap<>();
    Topics.all()
        .forEach(
            topic -> {
              Class<?> type = topic.valueType();
              Schema schema = SpecificData.getForClass(type).getSchema(type);
              schemas.put(schema.getFullName(), schema);
            });
    return schemas;
  }

  private static Set<Schema> namedTypes(Schema schema) {
    Set<Schema> found = new HashSet<>();
    collect(schema, found);
    return found;
  }

  private static void collect(Schema schema, Set<Schema> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.add(schema)) {
          schema.getFields().forEach(field -> collect(field.schema(), found));
        }
      }
      case ENUM -> found.add(schema);
      case ARRAY -> collect(schema.getElementType(), found);
      case MAP -> collect(schema.getValueType(), found);
      case UNION -> schema.getTypes().forEach(type -> collect(type, found));
      default -> assertThat(schema.getType()).isNotEqualTo(Schema.Type.FIXED);
    }
  }

  private static Stream<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      List<Path> files = all.filter(file -> file.toString().endsWith(".avsc")).sorted().toList();
      assertThat(files).isNotEmpty();
      return files.stream();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}

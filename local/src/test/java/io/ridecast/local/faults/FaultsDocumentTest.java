package io.ridecast.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that the document names is there. */
class FaultsDocumentTest {
  private static final Path REPOSITORY = Path.of("..");
  private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(should\\w+)`");

  @Test
  void shouldNameTestsThatExist() throws IOException {
    Map<String, String> sources = sources();
    List<MatchResult> named =
        NAMED.matcher(Files.readString(REPOSITORY.resolve("docs/faults.md"))).results().toList();

    assertThat(named).hasSizeGreaterThan(15);
    assertThat(named)
        .allSatisfy(
            test ->
                assertThat(sources.get(test.group(1)))
                    .as(test.group(1))
                    .contains("void " + test.group(2) + "("));
  }

  private static Map<String, String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(REPOSITORY)) {
      return files
          .filter(file -> file.toString().contains("src/test/java"))
          .filter(file -> file.getFileName().toString().matches("\\w+(Test|IT)\\.java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  FaultsDocumentTest::text,
                  String::concat));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

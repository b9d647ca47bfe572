package io.ridecast.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.RejectionReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BadRidesDocumentTest {

  @ParameterizedTest
  @EnumSource(RejectionReason.class)
  void shouldExplainEveryReason(RejectionReason reason) throws IOException {
    assertThat(Files.readString(Path.of("..", "docs", "bad-rides.md")))
        .contains("| `" + reason + "` |");
  }
}

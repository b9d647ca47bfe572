package io.ridecast.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The JVM is silent about a method that is no more: a new version of Kafka may rename some. */
class JvmFlagsTest {
  private static final Path FLAGS = Path.of("../bin/aggregator.jvm");
  private static final Pattern COMPILED_EARLY =
      Pattern.compile("CompileThresholdScaling,([\\w.]+)::(\\w+),");

  @Test
  void shouldNameMethodsThatThereAre() throws IOException, ClassNotFoundException {
    List<MatchResult> named = COMPILED_EARLY.matcher(Files.readString(FLAGS)).results().toList();

    assertThat(named).isNotEmpty();
    for (MatchResult each : named) {
      Class<?> type = Class.forName(each.group(1), false, getClass().getClassLoader());
      assertThat(type.getDeclaredMethods()).extracting(Method::getName).contains(each.group(2));
    }
  }
}

package io.ridecast.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void shouldDrawABarOverTheLastOneAndEraseItBeforeALine() {
    Screen screen = new Screen(out, true);

    screen.bar("counting", 0.5, "200 days");
    screen.line("done");

    assertThat(text())
        .isEqualTo(
            "\r\u001b[K  counting ["
                + "#".repeat(15)
                + ".".repeat(15)
                + "] 200 days\r\u001b[Kdone"
                + System.lineSeparator());
  }

  @Test
  void shouldDrawNothingWhereItCouldNotBeErased() {
    Screen screen = new Screen(out, false);

    screen.bar("counting", 0.5, "200 days");

    assertThat(text()).isEmpty();
  }

  @Test
  void shouldNotDrawOverTheBarsEnds() {
    Screen screen = new Screen(out, true);

    screen.bar("counting", 1.4, "");

    assertThat(text()).contains("[" + "#".repeat(30) + "]");
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}

package io.ridecast.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RootCauseTest {

  @Test
  void shouldGiveTheInnermostMessage() {
    assertThat(RootCause.of(new IllegalStateException("outer", new RuntimeException("disk full"))))
        .isEqualTo("disk full");
  }

  @Test
  void shouldGiveTheLastMessageThereIs() {
    assertThat(RootCause.of(new IllegalStateException("outer", new NullPointerException())))
        .isEqualTo("outer");
  }

  @Test
  void shouldNameAnExceptionThatSaysNothing() {
    assertThat(RootCause.of(new NullPointerException())).isEqualTo("NullPointerException");
  }
}

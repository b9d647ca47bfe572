package io.ridecast.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class OutageTest {

  @Test
  void shouldFindAnOutageAnywhereInTheCauses() {
    Throwable failure =
        new StreamsException("task", new IllegalStateException(new TimeoutException("broker")));

    assertThat(Outage.isBehind(failure)).isTrue();
  }

  @Test
  void shouldTakeAnUnreachableRegistryForAnOutage() {
    Throwable failure = new StreamsException("task", new IOException(new ConnectException()));

    assertThat(Outage.isBehind(failure)).isTrue();
  }

  @Test
  void shouldGoOnAfterATransactionThatTheBrokerHasEnded() {
    Throwable failure =
        new StreamsException("commit", new InvalidTxnStateException("ended meanwhile"));

    assertThat(Outage.isBehind(failure)).isTrue();
  }

  @Test
  void shouldNotTakeOtherFailuresForAnOutage() {
    assertThat(Outage.isBehind(new StreamsException("task", new NullPointerException()))).isFalse();
  }

  @Test
  void shouldEndOnCausesThatGoInCircles() {
    RuntimeException one = new RuntimeException("one");
    one.initCause(new RuntimeException("two", one));

    assertThat(Outage.isBehind(one)).isFalse();
  }
}

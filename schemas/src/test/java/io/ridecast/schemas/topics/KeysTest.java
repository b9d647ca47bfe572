package io.ridecast.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static final LocalDate DAY = LocalDate.of(2020, 9, 10);

  @Test
  void shouldPutCommunityAndDateInAKey() {
    assertThat(DemandKey.of("6", DAY)).isEqualTo("6/2020-09-10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"6", "", "a/b", "K\u00f6ln"})
  void shouldReadAKeyBack(String community) {
    String key = DemandKey.of(community, DAY);

    assertThat(DemandKey.community(key)).isEqualTo(community);
    assertThat(DemandKey.date(key)).isEqualTo(DAY);
  }

  @Test
  void shouldRefuseAnotherKey() {
    assertThatIllegalArgumentException().isThrownBy(() -> DemandKey.community("6"));
    assertThatThrownBy(() -> DemandKey.date("6/yesterday"))
        .isInstanceOf(DateTimeParseException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 24, 61})
  void shouldPlaceACommunityAsKafkasOwnPartitioner(int partitions) {
    for (int number = -5; number < 500; number++) {
      String community = number < 0 ? "Z\u00fcrich " + number : Integer.toString(number);
      byte[] key = Serdes.String().serializer().serialize("rides", community);
      assertThat(CommunityPartition.of(community, partitions))
          .isEqualTo(BuiltInPartitioner.partitionForKey(key, partitions))
          .isBetween(0, partitions - 1);
    }
    assertThat(CommunityPartition.of("", partitions))
        .isEqualTo(
            BuiltInPartitioner.partitionForKey("".getBytes(StandardCharsets.UTF_8), partitions));
  }

  /** Computed by a second implementation of murmur2, after its published description. */
  @ParameterizedTest
  @CsvSource({"1,7", "6,6", "8,3", "77,1"})
  void shouldPlaceACommunityAsOtherClientsDo(String community, int partition) {
    assertThat(CommunityPartition.of(community, 8)).isEqualTo(partition);
  }
}

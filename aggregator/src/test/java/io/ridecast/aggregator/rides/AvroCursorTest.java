package io.ridecast.aggregator.rides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroCursorTest {

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 1, 63, 64, -65, 1_600_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE})
  void shouldReadNumbersAsAvroWritesThem(long number) throws IOException {
    assertThat(cursor(encoder -> encoder.writeLong(number)).number()).isEqualTo(number);
  }

  @Test
  void shouldReadOneFieldAfterTheOther() throws IOException {
    AvroCursor cursor =
        cursor(
            encoder -> {
              encoder.writeString(
                  "skipped, and longer than sixty-four bytes, so that its length" + " takes two");
              encoder.writeString("32");
              encoder.writeIndex(1);
              encoder.writeString("id");
              encoder.writeIndex(0);
              encoder.writeLong(42);
            });

    cursor.skipText();
    assertThat(cursor.community()).isEqualTo(32);
    assertThat(cursor.isPresent()).isTrue();
    assertThat(cursor.digest()).isEqualTo(IdDigest.of("id"));
    assertThat(cursor.isPresent()).isFalse();
    assertThat(cursor.number()).isEqualTo(42);
  }

  @Test
  void shouldRefuseTextThatReachesBeyondTheEnd() throws IOException {
    AvroCursor cursor = cursor(encoder -> encoder.writeLong(Integer.MAX_VALUE));

    assertThatThrownBy(cursor::community)
        .isInstanceOf(UnreadableRide.class)
        .hasMessageContaining("2147483647 bytes, where 0 are left");
  }

  @Test
  void shouldRefuseTextOfNegativeLength() throws IOException {
    AvroCursor cursor = cursor(encoder -> encoder.writeLong(-5));

    assertThatThrownBy(cursor::skipText).isInstanceOf(UnreadableRide.class);
  }

  @Test
  void shouldRefuseANumberThatDoesNotEnd() {
    byte[] endless = new byte[11];
    Arrays.fill(endless, (byte) 0x80);

    assertThatThrownBy(() -> new AvroCursor(endless, 0).number())
        .hasMessageContaining("longer than 64 bits");
    assertThatThrownBy(() -> new AvroCursor(endless, 6).number())
        .hasMessageContaining("ends within a number");
  }

  @Test
  void shouldRefuseABranchThatIsNone() throws IOException {
    AvroCursor cursor = cursor(encoder -> encoder.writeIndex(2));

    assertThatThrownBy(cursor::isPresent).hasMessageContaining("branch 2");
  }

  @Test
  void shouldNotReadBehindItsOwnBytes() {
    AvroCursor cursor = new AvroCursor(new byte[] {2, '7'}, 0);

    assertThat(cursor.community()).isEqualTo(7);
    assertThatThrownBy(cursor::community).isInstanceOf(UnreadableRide.class);
  }

  private static AvroCursor cursor(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    writing.to(encoder);
    encoder.flush();
    return new AvroCursor(bytes.toByteArray(), 0);
  }

  private interface Writing {
    void to(BinaryEncoder encoder) throws IOException;
  }
}

package io.ridecast.feed.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ridecast.feed.Feed;
import io.ridecast.feed.csv.UnusableRideFile;
import io.ridecast.feed.file.FileSource;
import io.ridecast.feed.pace.Pace;
import io.ridecast.feed.report.FeedReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFeedTest {
  @TempDir Path folder;
  private final List<String> fed = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  @Test
  void shouldSendAFileThatHasNotChangedSinceTheLookBefore() {
    write("a.csv", "1");

    FeedReport report = run(2, look -> {});

    assertThat(fed).containsExactly("a.csv");
    assertThat(report.sent()).isEqualTo(3);
    assertThat(folder.resolve("sent/a.csv")).exists();
    assertThat(folder.resolve("a.csv")).doesNotExist();
    assertThat(said).containsExactly("a.csv: 3 rides sent");
  }

  @Test
  void shouldWaitForAFileThatIsStillGrowing() {
    write("a.csv", "1");

    run(3, look -> write("a.csv", "1".repeat(look + 1)));

    assertThat(fed).isEmpty();
  }

  @Test
  void shouldPassOverWhatIsStillBeingWritten() {
    write(".a.csv", "1");
    write("b.csv.tmp", "1");
    write("c.csv.part", "1");

    run(3, look -> {});

    assertThat(fed).isEmpty();
  }

  @Test
  void shouldSendWhatLandsLater() {
    run(5, look -> write(look == 2 ? "late.csv" : ".nothing", "1"));

    assertThat(fed).containsExactly("late.csv");
  }

  @Test
  void shouldPutAsideAFileThatIsNoRideFileAndGoOn() {
    write("bad.csv", "1");
    write("good.csv", "1");

    run(2, look -> {});

    assertThat(folder.resolve("refused/bad.csv")).exists();
    assertThat(said)
        .containsExactly("bad.csv is put aside: no rides in it", "good.csv: 3 rides sent");
  }

  @Test
  void shouldRefuseWhatIsNoFolder() {
    assertThatExceptionOfType(UnusableRideFile.class)
        .isThrownBy(() -> feed(folder.resolve("nowhere"), new Looks(1, look -> {})).run())
        .withMessageContaining("nowhere");
  }

  private FeedReport run(int looks, IntConsumer between) {
    return feed(folder, new Looks(looks, between)).run();
  }

  private FolderFeed feed(Path path, Pace pace) {
    return new FolderFeed(
        "rides",
        path,
        this::feedOf,
        Duration.ofSeconds(2),
        InstantSource.fixed(Instant.EPOCH),
        pace,
        said::add);
  }

  private Feed feedOf(FileSource source) {
    assertThat(source.again()).as("its rides may fill promised days").isTrue();
    return new Feed() {
      @Override
      public FeedReport run() {
        String name = source.files().get(0).getFileName().toString();
        if (name.startsWith("bad")) {
          throw new UnusableRideFile("no rides in it");
        }
        fed.add(name);
        return new FeedReport("rides", 3, 3, Map.of(), Optional.empty(), false, Duration.ZERO);
      }

      @Override
      public void close() {}
    };
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends after so many looks, and lets something happen between them. */
  private static final class Looks implements Pace {
    private final int most;
    private final IntConsumer between;
    private int looks;

    Looks(int most, IntConsumer between) {
      this.most = most;
      this.between = between;
    }

    @Override
    public boolean reach(Instant business) {
      if (looks++ > 0) {
        between.accept(looks);
      }
      return !stopped();
    }

    @Override
    public void stop() {
      looks = most + 1;
    }

    @Override
    public boolean stopped() {
      return looks > most;
    }
  }
}

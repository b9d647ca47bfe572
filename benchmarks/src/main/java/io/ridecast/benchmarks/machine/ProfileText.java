package io.ridecast.benchmarks.machine;

import static java.util.Comparator.naturalOrder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** Where a thread spent its time, by a {@link Profile}'s file. */
public final class ProfileText {
  private static final int FRAMES = 25;
  private static final int STACKS = 15;
  private static final int DEPTH = 14;

  private final Map<String, Integer> self = new HashMap<>();
  private final Map<String, Integer> within = new HashMap<>();
  private final Map<String, Integer> stacks = new HashMap<>();
  private final String thread;
  private int samples;

  private ProfileText(String thread) {
    this.thread = thread;
  }

  /**
   * The most frequent frames and stacks of the thread whose name ends so.
   *
   * @param last how much of the recording's end to look at
   */
  public static String of(Path recording, String thread, Duration last) {
    ProfileText text = new ProfileText(thread);
    try {
      List<RecordedEvent> events = RecordingFile.readAllEvents(recording);
      Instant end =
          events.stream().map(RecordedEvent::getStartTime).max(naturalOrder()).orElseThrow();
      events.stream()
          .filter(event -> event.getStartTime().isAfter(end.minus(last)))
          .forEach(text::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void add(RecordedEvent event) {
    RecordedThread sampled = event.getThread("sampledThread");
    RecordedStackTrace trace = event.getStackTrace();
    if (sampled == null
        || trace == null
        || !String.valueOf(sampled.getJavaName()).endsWith(thread)) {
      return;
    }
    List<String> frames = trace.getFrames().stream().map(ProfileText::name).toList();
    samples++;
    self.merge(frames.get(0), 1, Integer::sum);
    frames.stream().distinct().forEach(frame -> within.merge(frame, 1, Integer::sum));
    stacks.merge(
        frames.stream().limit(DEPTH).collect(Collectors.joining("\n        < ")), 1, Integer::sum);
  }

  private static String name(RecordedFrame frame) {
    String type = frame.getMethod().getType().getName();
    return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethod().getName();
  }

  @Override
  public String toString() {
    return "%d samples of %s%n%nself%n%s%nwith all that it calls%n%s%nstacks%n%s"
        .formatted(
            samples, thread, top(self, FRAMES), top(within, 2 * FRAMES), top(stacks, STACKS));
  }

  private String top(Map<String, Integer> counts, int most) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(most)
        .map(entry -> "%5.1f %% %s%n".formatted(100.0 * entry.getValue() / samples, entry.getKey()))
        .collect(Collectors.joining());
  }
}

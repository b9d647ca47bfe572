package io.ridecast.benchmarks.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Memory over time, as a picture. */
final class Plot {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 320;
  private static final int MARGIN = 50;

  private final List<Sample> samples;
  private final double seconds;
  private final double most;

  Plot(List<Sample> samples) {
    this.samples = samples;
    this.seconds = samples.get(samples.size() - 1).seconds();
    this.most = samples.stream().mapToDouble(Sample::residentMiB).max().orElse(1) * 1.1;
  }

  void save(Path file) {
    try {
      Files.writeString(file, svg());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String svg() {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" \
        font-size="12">
        <rect width="100%%" height="100%%" fill="white"/>
        <path d="M%d %d V%d H%d" fill="none" stroke="#888"/>
        <text x="%d" y="20">aggregator, MiB: resident (blue, up to %.0f), heap after collection \
        (red), over %.0f minutes</text>
        %s%s</svg>
        """
        .formatted(
            WIDTH,
            HEIGHT,
            MARGIN,
            MARGIN,
            HEIGHT - MARGIN,
            WIDTH - MARGIN,
            MARGIN,
            most / 1.1,
            seconds / 60,
            line(Sample::residentMiB, "#1f77b4"),
            line(Sample::heapMiB, "#d62728"));
  }

  private String line(ToDoubleFunction<Sample> figure, String colour) {
    String points =
        samples.stream()
            .map(
                sample ->
                    String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        MARGIN + sample.seconds() / seconds * (WIDTH - 2 * MARGIN),
                        HEIGHT
                            - MARGIN
                            - figure.applyAsDouble(sample) / most * (HEIGHT - 2 * MARGIN)))
            .collect(Collectors.joining(" "));
    return "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\"/>%n".formatted(points, colour);
  }
}

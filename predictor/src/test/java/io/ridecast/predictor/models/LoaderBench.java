package io.ridecast.predictor.models;

import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.model.FallbackModel;
import io.ridecast.forecasting.model.ForecastInput;
import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRejection;
import io.ridecast.records.ModelRejectionReason;
import io.ridecast.runtime.artifacts.ArtifactStore;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A loader on a bench: bundles hold nothing but their version, of which some are bad and some
 * cannot be fetched; its tasks run when they are told to.
 */
final class LoaderBench {
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  final Set<String> bad = new TreeSet<>();
  final Set<String> unreachable = new TreeSet<>();
  final List<ModelRejection> rejections = new ArrayList<>();
  final List<String> served = new ArrayList<>();
  final List<String> fetched = new ArrayList<>();
  final Deque<Runnable> tasks = new ArrayDeque<>();
  final List<Duration> pauses = new ArrayList<>();
  final ModelLoader loader =
      new ModelLoader(
          new Store(),
          this::verify,
          (task, after) -> {
            tasks.add(task);
            pauses.add(after);
          },
          new Told(),
          "here",
          () -> NOW);

  String version() {
    return loader.ready().orElseThrow().version();
  }

  void announceAll(ModelAnnouncement... announcements) {
    for (ModelAnnouncement announcement : announcements) {
      loader.announce(announcement);
      work();
    }
  }

  void work() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  private Verification.Verdict verify(ModelAnnouncement announcement, byte[] bundle) {
    String version = new String(bundle, StandardCharsets.UTF_8);
    if (version.equals("explodes")) {
      throw new IllegalStateException("boom");
    }
    return bad.contains(version)
        ? new Verification.Refused(ModelRejectionReason.DIGEST, "bad")
        : new Verification.Accepted(new Named(version));
  }

  static ModelAnnouncement announcement(long sequence, String version) {
    return Announcements.champion(sequence, version).setAnnouncedAt(NOW).build();
  }

  private final class Store implements ArtifactStore {
    @Override
    public URI put(String path, byte[] content) {
      throw new AssertionError("nobody writes here");
    }

    @Override
    public byte[] get(URI uri) throws ArtifactUnavailable {
      String version = uri.getPath().substring("/models/".length());
      if (unreachable.contains(version)) {
        throw new ArtifactUnavailable("away");
      }
      fetched.add(version);
      return version.getBytes(StandardCharsets.UTF_8);
    }
  }

  private final class Told implements ModelEvents {
    @Override
    public void serves(Optional<ReadyModel> model) {
      served.add(model.map(ReadyModel::version).orElse("none"));
    }

    @Override
    public void refused(ModelRejection rejection) {
      rejections.add(rejection);
    }
  }

  /** Each is itself only. */
  private static final class Named implements ForecastModel {
    private final String version;
    private final FallbackModel model = new FallbackModel();

    Named(String version) {
      this.version = version;
    }

    @Override
    public String version() {
      return version;
    }

    @Override
    public List<List<DayForecast>> forecast(List<ForecastInput> inputs, int firstLead) {
      return model.forecast(inputs, firstLead);
    }

    @Override
    public float[][][] features(List<ForecastInput> inputs, int firstLead) {
      return model.features(inputs, firstLead);
    }
  }
}

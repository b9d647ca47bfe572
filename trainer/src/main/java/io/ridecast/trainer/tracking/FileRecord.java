package io.ridecast.trainer.tracking;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ridecast.forecasting.weather.WeatherSpan;
import io.ridecast.records.TrainingRun;
import io.ridecast.runtime.artifacts.ArtifactStore;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run's record, a JSON file for each attempt of a step and the step's files in a folder beside
 * it. A step's attempts are counted over all its trainers, so no file is ever written anew.
 */
final class FileRecord implements RunRecord {
  private static final Logger LOG = LoggerFactory.getLogger(FileRecord.class);
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final ArtifactStore store;
  private final RunOutline run;
  private final String folder;

  FileRecord(ArtifactStore store, RunOutline run) {
    this.store = store;
    this.run = run;
    this.folder = "runs/" + run.runId().replaceAll("[^A-Za-z0-9._-]", "_") + "/record/";
  }

  @Override
  public void started(TrainingRun step) {}

  @Override
  public void step(TrainingRun step, StepNotes notes) throws IOException {
    String name = folder + lower(step.getStep()) + "-" + step.getAttempt();
    Map<String, String> files = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : notes.files().entrySet()) {
      if (!step.getFiles().containsKey(file.getKey())) { // else it is in the store already
        put(name + "/" + file.getKey(), file.getValue());
        files.put(file.getKey(), name + "/" + file.getKey());
      }
    }
    files.putAll(step.getFiles());
    Map<String, Object> page = page(step);
    page.put("parameters", notes.parameters());
    page.put("metrics", notes.metrics());
    page.put("trials", notes.trials());
    notes.data().ifPresent(data -> page.put("data", data(data)));
    page.put("files", files);
    put(name + ".json", JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(page));
  }

  @Override
  public void end(TrainingRun last) throws IOException {
    step(last, StepNotes.none());
  }

  private Map<String, Object> page(TrainingRun step) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("run", run.runId());
    page.put("kind", run.request().getKind().toString());
    page.put("reason", run.request().getReason().toString());
    page.put("step", lower(step.getStep()));
    page.put("attempt", step.getAttempt());
    page.put("status", lower(step.getStatus()));
    page.put("started_at", step.getStartedAt().toString());
    page.put("ended_at", String.valueOf(step.getEndedAt()));
    page.put("detail", step.getDetail());
    return page;
  }

  private static Map<String, Object> data(DataNote data) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("name", data.name());
    named.put("sha256", data.digest());
    named.put("first_day", data.first().toString());
    named.put("last_day", data.last().toString());
    named.put("rows", data.rows());
    named.put("communities", data.communities());
    named.put("rides", data.rides());
    data.weather().ifPresent(weather -> named.put("weather", weather(weather)));
    named.put("events", data.events());
    return named;
  }

  private static Map<String, Object> weather(WeatherSpan weather) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("first_day", weather.first().toString());
    named.put("last_day", weather.last().toString());
    named.put("reports", weather.reports());
    return named;
  }

  private void put(String path, byte[] content) throws IOException {
    try {
      store.put(path, content);
    } catch (IllegalArgumentException kept) {
      LOG.debug("kept as it was: {}", kept.getMessage());
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

package io.ridecast.trainer.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.features.Feature;
import io.ridecast.forecasting.features.FeatureList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bundle as a folder that Python's {@code mlflow.pyfunc.load_model} and {@code mlflow models
 * serve} read: the mean's booster, and what says how to load and ask it.
 */
final class PythonModel {
  /** Where it lies among a run's artifacts. */
  static final String FOLDER = "model";

  private static final String XGBOOST = "3.0.4";
  private static final String MLFLOW = "3.17.2";
  private static final String PYTHON = "3.11.7";
  private static final int NAMING_DIGITS = 16;
  private static final int UUID_DIGITS = 32;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  private final ModelBundle bundle;
  private final String runId;
  private final Instant now;

  PythonModel(ModelBundle bundle, String runId, Instant now) {
    this.bundle = bundle;
    this.runId = runId;
    this.now = now;
  }

  /** Where the bundle itself lies; its name says what it holds, so that it never changes. */
  String bundlePath() {
    return FOLDER + "/bundle-" + bundle.sha256().substring(0, NAMING_DIGITS) + ".zip";
  }

  /** The files by their paths, MLmodel the last: with it the folder is whole. */
  Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(FOLDER + "/model.json", booster());
    files.put(FOLDER + "/requirements.txt", text(String.join("\n", requirements()) + "\n"));
    files.put(FOLDER + "/conda.yaml", text(conda()));
    files.put(FOLDER + "/python_env.yaml", text(pythonEnvironment()));
    files.put(FOLDER + "/input_example.json", text(example().toString()));
    files.put(
        FOLDER + "/serving_input_example.json",
        text(Json.object().set("dataframe_split", example()).toString()));
    files.put(FOLDER + "/MLmodel", text(description()));
    return files;
  }

  /** What lets MLflow's page show the model with its run. */
  Map<String, String> runTags() {
    ObjectNode model = Json.object();
    model.put("run_id", runId).put("artifact_path", FOLDER).put("model_uuid", uuid());
    model.put("utc_time_created", TIME.format(now));
    model.putObject("flavors").putObject("xgboost").put("xgb_version", XGBOOST);
    return Map.of("mlflow.log-model.history", Json.array().add(model).toString());
  }

  /** The booster with the names of its features, which a bundle has once for all boosters. */
  private byte[] booster() {
    try {
      ObjectNode document = (ObjectNode) Json.MAPPER.readTree(bundle.meanBooster());
      ObjectNode learner = (ObjectNode) document.path("learner");
      ArrayNode names = learner.putArray("feature_names");
      ArrayNode types = learner.putArray("feature_types");
      for (Feature feature : FeatureList.features()) {
        names.add(feature.name());
        types.add("float");
      }
      return Json.MAPPER.writeValueAsBytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException("a bundle's booster is JSON", e);
    }
  }

  private String description() {
    return """
        artifact_path: model
        flavors:
          python_function:
            data: model.json
            env:
              conda: conda.yaml
              virtualenv: python_env.yaml
            loader_module: mlflow.xgboost
            python_version: %s
          xgboost:
            code: null
            data: model.json
            model_class: xgboost.core.Booster
            model_format: json
            xgb_version: %s
        metadata:
          predicts: ratio of a day's rides to the community's base level, the mean alone
          bundle_sha256: %s
          feature_fingerprint: %s
        mlflow_version: %s
        model_uuid: %s
        run_id: %s
        saved_input_example_info:
          artifact_path: input_example.json
          pandas_orient: split
          serving_input_path: serving_input_example.json
          type: dataframe
        signature:
          inputs: '%s'
          outputs: '[{"type": "tensor", "tensor-spec": {"dtype": "float32", "shape": [-1]}}]'
          params: null
        utc_time_created: '%s'
        """
        .formatted(
            PYTHON,
            XGBOOST,
            bundle.sha256(),
            bundle.featureFingerprint(),
            MLFLOW,
            uuid(),
            runId,
            inputs(),
            TIME.format(now));
  }

  private String uuid() {
    return bundle.sha256().substring(0, UUID_DIGITS);
  }

  /** Double: pandas has no other numbers unless it is asked for them. */
  private static JsonNode inputs() {
    ArrayNode inputs = Json.array();
    for (Feature feature : FeatureList.features()) {
      inputs.addObject().put("type", "double").put("name", feature.name()).put("required", true);
    }
    return inputs;
  }

  /** The first golden case: what the bundle itself is checked with. */
  private ObjectNode example() {
    ObjectNode example = Json.object();
    ArrayNode columns = example.putArray("columns");
    FeatureList.features().forEach(feature -> columns.add(feature.name()));
    ArrayNode row = example.putArray("data").addArray();
    for (Float value : bundle.golden().get(0).inputs()) {
      if (value == null || value.isNaN()) {
        row.addNull();
      } else {
        row.add(value.doubleValue());
      }
    }
    return example;
  }

  private static String[] requirements() {
    return new String[] {"mlflow==" + MLFLOW, "xgboost==" + XGBOOST, "pandas", "numpy"};
  }

  private static String conda() {
    return """
        name: ridecast
        channels:
        - conda-forge
        dependencies:
        - python=%s
        - pip
        - pip:
          - %s
        """
        .formatted(PYTHON, String.join("\n  - ", requirements()));
  }

  private static String pythonEnvironment() {
    return """
        python: %s
        build_dependencies:
        - pip
        dependencies:
        - -r requirements.txt
        """
        .formatted(PYTHON);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

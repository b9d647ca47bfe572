package io.ridecast.runtime.storage;

import io.ridecast.runtime.artifacts.s3.S3Settings;
import io.ridecast.runtime.mlflow.MlflowConfig;
import io.ridecast.runtime.settings.Environment;
import java.net.URI;
import java.util.Optional;

/**
 * Where models and the files of runs are.
 *
 * @param root the model store, {@code file:/...} or {@code s3://bucket/prefix}
 * @param s3 how S3 is reached
 * @param mlflow the MLflow server, if there is to be one
 */
public record StorageConfig(URI root, S3Settings s3, Optional<MlflowConfig> mlflow) {
  private static final String ROOT = "MODEL_STORE";
  private static final URI NO_STORE = URI.create("file:/");

  /** A model store without MLflow. */
  public static StorageConfig of(URI root) {
    return new StorageConfig(root, S3Settings.defaults(), Optional.empty());
  }

  /** This with an MLflow server. */
  public StorageConfig with(MlflowConfig server, S3Settings reached) {
    return new StorageConfig(root, reached, Optional.of(server));
  }

  /** Reads the environment; what is missing or wrong is noted there. */
  public static StorageConfig from(Environment environment) {
    return new StorageConfig(
        root(environment), S3Settings.from(environment), MlflowConfig.from(environment));
  }

  private static URI root(Environment environment) {
    environment.required(ROOT);
    Optional<URI> root = environment.uri(ROOT);
    if (root.isPresent() && !usable(root.get())) {
      environment.problem(ROOT, "has to be file:/... or s3://bucket/prefix");
    }
    return root.filter(StorageConfig::usable).orElse(NO_STORE);
  }

  private static boolean usable(URI root) {
    return switch (String.valueOf(root.getScheme())) {
      case "file" -> root.getAuthority() == null && root.getPath() != null;
      case "s3" -> root.getAuthority() != null;
      default -> false;
    };
  }
}

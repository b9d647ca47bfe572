package io.ridecast.forecasting.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.ModelTraining;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.forecasting.training.SyntheticCity;
import io.ridecast.forecasting.training.TinyTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A bundle as the first release would have written it, without the parts that came later. */
final class OldestBundle {
  static final String MANIFEST = "manifest.json";

  /** The parts that a manifest has had from the beginning: what is left out need not be known. */
  static final List<String> PARTS =
      List.of(
          "format",
          "fingerprint",
          "features",
          "outputs",
          "calibration",
          "parameters",
          "training",
          "golden");

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private OldestBundle() {}

  /** What it is trained on, and asked about. */
  static DemandPanel panel() {
    return SyntheticCity.panel(4, 100, 1);
  }

  /** A bundle of this release, with all its parts. */
  static ModelBundle trained() {
    return new ModelTraining()
        .train(panel(), TinyTraining.PARAMETERS, ProgressListener.NONE)
        .bundle();
  }

  /** The same boosters in a bundle of the oldest form. */
  static ModelBundle of(ModelBundle bundle) throws IOException, InvalidBundle {
    Map<String, byte[]> entries = new LinkedHashMap<>(BundleArchive.unpack(bundle.bytes()));
    ObjectNode manifest = manifest(bundle);
    manifest.retain(PARTS);
    entries.put(MANIFEST, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
    return ModelBundle.read(BundleArchive.pack(entries));
  }

  static ObjectNode manifest(ModelBundle bundle) throws IOException, InvalidBundle {
    return (ObjectNode) JSON.readTree(BundleArchive.unpack(bundle.bytes()).get(MANIFEST));
  }

  /** Freezes a new bundle, for a release that changes the feature list: argument is the file. */
  public static void main(String[] arguments) throws Exception {
    ModelBundle bundle = of(trained());
    Files.write(Path.of(arguments[0]), bundle.bytes());
    System.out.println(bundle.sha256());
  }
}

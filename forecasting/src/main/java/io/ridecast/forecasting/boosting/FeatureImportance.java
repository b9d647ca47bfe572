package io.ridecast.forecasting.boosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ridecast.forecasting.features.FeatureList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much each feature brought to a booster: its share of the loss that all splits removed. */
public final class FeatureImportance {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LEAF = -1;

  private FeatureImportance() {}

  /**
   * Shares by feature, the greatest first; they add up to 1 unless there is no split at all.
   *
   * @param document a booster in XGBoost's JSON format
   */
  public static Map<String, Double> of(byte[] document) {
    double[] gains = new double[FeatureList.size()];
    for (JsonNode tree : trees(document)) {
      for (int node = 0; node < tree.path("left_children").size(); node++) {
        if (tree.path("left_children").path(node).asInt() != LEAF) {
          gains[tree.path("split_indices").path(node).asInt()] +=
              tree.path("loss_changes").path(node).asDouble();
        }
      }
    }
    return shares(gains);
  }

  private static JsonNode trees(byte[] document) {
    try {
      return JSON.readTree(document).at("/learner/gradient_booster/model/trees");
    } catch (IOException e) {
      throw new UncheckedIOException("a booster's document is JSON", e);
    }
  }

  private static Map<String, Double> shares(double[] gains) {
    double all = 0;
    for (double gain : gains) {
      all += gain;
    }
    Map<String, Double> unsorted = new LinkedHashMap<>();
    for (int feature = 0; feature < gains.length; feature++) {
      unsorted.put(FeatureList.features().get(feature).name(), all > 0 ? gains[feature] / all : 0);
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    unsorted.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(each -> shares.put(each.getKey(), each.getValue()));
    return shares;
  }
}

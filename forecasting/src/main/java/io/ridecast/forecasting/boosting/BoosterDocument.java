package io.ridecast.forecasting.boosting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ridecast.forecasting.features.FeatureList;
import java.io.IOException;

/**
 * Checks a booster in XGBoost's JSON format before the native loader sees it: that loader follows
 * tree indices without looking, so a crafted file could crash the process.
 */
final class BoosterDocument {
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(32).build())
                  .build())
          .build();

  private final String name;

  private BoosterDocument(String name) {
    this.name = name;
  }

  static void check(String name, byte[] document) throws MalformedBooster {
    BoosterDocument checked = new BoosterDocument(name);
    try {
      checked.check(JSON.readTree(document));
    } catch (IOException e) {
      throw new MalformedBooster("booster " + name + " is no JSON: " + e.getMessage(), e);
    }
  }

  private void check(JsonNode root) throws MalformedBooster {
    JsonNode learner = root.path("learner");
    JsonNode model = learner.path("gradient_booster").path("model");
    JsonNode trees = model.path("trees");
    int features = learner.path("learner_model_param").path("num_feature").asInt(-1);
    require(
        features == FeatureList.size(),
        "holds trees over " + features + " features, not " + FeatureList.size());
    require(
        learner.path("gradient_booster").path("name").asText().equals("gbtree"),
        "is no tree booster");
    require(trees.isArray() && !trees.isEmpty(), "holds no trees");
    require(
        model.path("gbtree_model_param").path("num_trees").asInt(-1) == trees.size(),
        "counts its trees wrongly");
    checkIndices("tree_info", model.path("tree_info"), trees.size(), 0, 0);
    checkIterations(model.path("iteration_indptr"), trees.size());
    for (JsonNode tree : trees) {
      checkTree(tree);
    }
  }

  private void checkTree(JsonNode tree) throws MalformedBooster {
    JsonNode parameters = tree.path("tree_param");
    int nodes = parameters.path("num_nodes").asInt(-1);
    require(nodes > 0, "holds a tree without nodes");
    require(
        parameters.path("num_feature").asInt(-1) == FeatureList.size()
            && parameters.path("size_leaf_vector").asInt(-1) <= 1,
        "holds a tree of another shape");
    JsonNode left = tree.path("left_children");
    JsonNode right = tree.path("right_children");
    checkIndices("left_children", left, nodes, -1, nodes - 1);
    checkIndices("right_children", right, nodes, -1, nodes - 1);
    checkIndices("split_indices", tree.path("split_indices"), nodes, 0, FeatureList.size() - 1);
    checkIndices("split_type", tree.path("split_type"), nodes, 0, 0);
    checkIndices("default_left", tree.path("default_left"), nodes, 0, 1);
    for (String categories :
        new String[] {
          "categories", "categories_nodes", "categories_segments", "categories_sizes"
        }) {
      require(tree.path(categories).isEmpty(), "splits by categories");
    }
    for (String numbers :
        new String[] {"split_conditions", "base_weights", "loss_changes", "sum_hessian"}) {
      require(tree.path(numbers).size() == nodes, "holds " + numbers + " of another length");
    }
    checkChildren(left, right, nodes);
  }

  /**
   * Both children or none, neighbours behind their node, each the child of one node: so no walk can
   * go round. The native loader never looks at a right child, it takes the node behind the left.
   */
  private void checkChildren(JsonNode left, JsonNode right, int nodes) throws MalformedBooster {
    boolean[] reached = new boolean[nodes];
    for (int node = 0; node < nodes; node++) {
      int one = left.get(node).intValue();
      int other = right.get(node).intValue();
      boolean leaf = one == -1 && other == -1;
      require(leaf || (one > node && other == one + 1), "holds a tree that is no tree");
      if (!leaf) {
        require(!reached[one] && !reached[other], "holds a tree whose branches meet");
        reached[one] = true;
        reached[other] = true;
      }
    }
  }

  private void checkIterations(JsonNode pointers, int trees) throws MalformedBooster {
    require(!pointers.isEmpty(), "does not say which trees belong together");
    checkIndices("iteration_indptr", pointers, pointers.size(), 0, trees);
    int before = 0;
    for (JsonNode pointer : pointers) {
      require(pointer.intValue() >= before, "counts its rounds backwards");
      before = pointer.intValue();
    }
    require(before == trees, "leaves trees out of its rounds");
  }

  private void checkIndices(String what, JsonNode array, int length, int least, int greatest)
      throws MalformedBooster {
    require(array.isArray() && array.size() == length, "holds " + what + " of another length");
    for (JsonNode value : array) {
      if (!value.isIntegralNumber()
          || !value.canConvertToInt()
          || value.intValue() < least
          || value.intValue() > greatest) {
        throw new MalformedBooster(
            "booster " + name + " holds " + what + " out of bounds: " + value);
      }
    }
  }

  private void require(boolean holds, String complaint) throws MalformedBooster {
    if (!holds) {
      throw new MalformedBooster("booster " + name + " " + complaint);
    }
  }
}

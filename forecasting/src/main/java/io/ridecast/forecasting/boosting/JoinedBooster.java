package io.ridecast.forecasting.boosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ridecast.forecasting.features.FeatureList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins boosters of different leads into one in XGBoost's own format, so that whatever reads a
 * booster reads this one: each of its trees first asks for the lead and goes on as the tree of that
 * lead's booster. They have to have as many trees each, and the same base score.
 */
final class JoinedBooster {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NO_PARENT = Integer.MAX_VALUE;

  private static final int LEAF = -1;
  private static final List<String> SAME =
      List.of(
          "split_indices",
          "split_conditions",
          "split_type",
          "default_left",
          "base_weights",
          "loss_changes",
          "sum_hessian");

  private final List<LeadSpan> spans;

  private JoinedBooster(List<LeadSpan> spans) {
    this.spans = spans;
  }

  /**
   * The one booster.
   *
   * @param spans in ascending order
   * @param documents of all features, one a span
   */
  static byte[] of(List<LeadSpan> spans, List<byte[]> documents) throws IOException {
    List<JsonNode> boosters = new ArrayList<>();
    for (byte[] document : documents) {
      boosters.add(JSON.readTree(document));
    }
    new JoinedBooster(spans).join(boosters);
    return JSON.writeValueAsBytes(boosters.get(0));
  }

  /** Puts the trees of the others into the first. */
  private void join(List<JsonNode> boosters) throws IOException {
    List<JsonNode> trees =
        boosters.stream().map(each -> each.at("/learner/gradient_booster/model/trees")).toList();
    for (int number = 0; number < trees.get(0).size(); number++) {
      List<JsonNode> parts = new ArrayList<>();
      for (JsonNode each : trees) {
        if (each.size() != trees.get(0).size()) {
          throw new IOException("boosters of another number of trees cannot be joined");
        }
        parts.add(each.get(number));
      }
      join((ObjectNode) trees.get(0).get(number), parts);
    }
  }

  /**
   * Gates and the parts' roots come first, in turn, and then the parts' other nodes: XGBoost takes
   * the node behind a left child for its right one, so the two have to be neighbours.
   */
  private void join(ObjectNode target, List<JsonNode> parts) {
    int last = parts.size() - 1;
    Nodes nodes = new Nodes();
    int[] others = new int[parts.size()];
    for (int part = 0, next = 2 * last + 1; part <= last; part++) {
      others[part] = next;
      next += nodesOf(parts.get(part)) - 1;
    }
    for (int gate = 0; gate < last; gate++) {
      nodes.addGate(gate);
      nodes.addRoot(parts.get(gate), 2 * gate, others[gate]);
    }
    nodes.addRoot(parts.get(last), 2 * last - 2, others[last]);
    int deleted = 0;
    for (int part = 0; part <= last; part++) {
      JsonNode tree = parts.get(part);
      int root = part < last ? 2 * part + 1 : 2 * last;
      for (int node = 1; node < nodesOf(tree); node++) {
        int parent = tree.path("parents").path(node).intValue();
        nodes.add(tree, node, parent == 0 ? root : parent - 1 + others[part], others[part]);
      }
      deleted += tree.path("tree_param").path("num_deleted").asInt();
    }
    target.setAll(nodes.columns);
    ((ObjectNode) target.path("tree_param"))
        .put("num_nodes", Integer.toString(nodesOf(nodes.columns)))
        .put("num_deleted", Integer.toString(deleted));
  }

  private static int nodesOf(JsonNode tree) {
    return tree.path("left_children").size();
  }

  /** A tree's nodes, in XGBoost's arrays. */
  private final class Nodes {
    final ObjectNode columns = JSON.createObjectNode();

    private ArrayNode column(String name) {
      return columns.withArrayProperty(name);
    }

    /** Asks whether the lead lies below the span behind this gate. */
    void addGate(int gate) {
      int at = 2 * gate;
      column("left_children").add(at + 1);
      column("right_children").add(at + 2);
      column("parents").add(gate == 0 ? NO_PARENT : at - 2);
      column("split_indices").add(FeatureList.ofLead());
      column("split_conditions").add(spans.get(gate + 1).threshold());
      column("split_type").add(0);
      column("default_left").add(0);
      column("base_weights").add(0.0);
      column("loss_changes").add(0.0);
      column("sum_hessian").add(0.0);
    }

    void addRoot(JsonNode tree, int gate, int others) {
      add(tree, 0, gate, others);
    }

    /**
     * A node of a tree.
     *
     * @param parent where its parent stands now
     * @param others where the nodes behind the tree's root come to stand
     */
    void add(JsonNode tree, int node, int parent, int others) {
      for (String children : new String[] {"left_children", "right_children"}) {
        int child = tree.path(children).path(node).intValue();
        column(children).add(child == LEAF ? LEAF : child - 1 + others);
      }
      column("parents").add(parent);
      for (String same : SAME) {
        column(same).add(tree.path(same).path(node));
      }
    }
  }
}

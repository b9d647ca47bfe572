package io.ridecast.local.python;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Confluent's Python client. */
public final class ConfluentPython {
  private final PythonEnvironment python;

  private ConfluentPython(PythonEnvironment python) {
    this.python = python;
  }

  /** The client, installed if it was not. */
  public static ConfluentPython require() throws Exception {
    return new ConfluentPython(PythonEnvironment.require("confluent.lock"));
  }

  /** Every committed record of the topics: objects with topic, key and value. */
  public List<JsonNode> read(String bootstrapServers, String registryUrl, List<String> topics)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of(bootstrapServers, registryUrl));
    arguments.addAll(topics);
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> records = new ArrayList<>();
    for (String line : python.run("read_topics.py", arguments, Map.of()).lines().toList()) {
      records.add(json.readTree(line));
    }
    return records;
  }
}

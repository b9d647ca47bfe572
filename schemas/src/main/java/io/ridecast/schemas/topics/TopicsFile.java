package io.ridecast.schemas.topics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/** The file {@code topics.yaml} as it is written. */
record TopicsFile(
    @JsonProperty(value = "community_partitions", required = true) int communityPartitions,
    @JsonProperty(required = true) List<Entry> topics) {

  private static final String BY_COMMUNITY = "communities";

  static TopicsFile read() {
    try (InputStream file =
        Objects.requireNonNull(
            TopicsFile.class.getResourceAsStream("/topics.yaml"), "topics.yaml is not bundled")) {
      return new ObjectMapper(new YAMLFactory()).readValue(file, TopicsFile.class);
    } catch (IOException e) {
      throw new UncheckedIOException("topics.yaml cannot be read", e);
    }
  }

  /** One line of the file. */
  record Entry(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String owner,
      @JsonProperty(required = true) String key,
      @JsonProperty(required = true) String value,
      @JsonProperty(required = true) String partitions,
      @JsonProperty(required = true) String cleanup,
      @JsonProperty("retention_days") @Nullable Long retentionDays) {

    boolean byCommunity() {
      return partitions.equals(BY_COMMUNITY);
    }

    TopicSpec spec(int communityPartitions) {
      int number = byCommunity() ? communityPartitions : Integer.parseInt(partitions);
      return new TopicSpec(name, owner, key, value, number, configs());
    }

    private Map<String, String> configs() {
      Map<String, String> configs = new TreeMap<>();
      configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup);
      configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
      if (retentionDays != null) {
        configs.put(
            TopicConfig.RETENTION_MS_CONFIG,
            Long.toString(Duration.ofDays(retentionDays).toMillis()));
      }
      return configs;
    }
  }
}

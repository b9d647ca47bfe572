package io.ridecast.local.command;

import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.service.RootCause;
import java.io.IOException;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.TimeoutException;

/** An admin client that is known to reach its broker. */
final class BrokerConnection {
  private static final String PATIENCE_MILLIS = "8000";

  private BrokerConnection() {}

  /**
   * Connects.
   *
   * @throws IOException if no broker answers there
   */
  static Admin open(KafkaConfig kafka) throws IOException {
    Properties settings = kafka.admin();
    settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    settings.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    Admin admin = Admin.create(settings);
    try {
      admin.describeCluster().clusterId().get();
      return admin;
    } catch (ExecutionException e) {
      admin.close();
      throw new IOException(message(kafka, e), e);
    } catch (InterruptedException e) {
      admin.close();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }

  private static String message(KafkaConfig kafka, ExecutionException failure) {
    String reason =
        failure.getCause() instanceof TimeoutException ? "no answer" : RootCause.of(failure);
    return "No broker at %s (%s): is it running, and does KAFKA_BOOTSTRAP_SERVERS say where?"
        .formatted(kafka.bootstrapServers(), reason);
  }
}

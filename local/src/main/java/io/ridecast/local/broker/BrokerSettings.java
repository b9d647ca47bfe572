package io.ridecast.local.broker;

import io.ridecast.local.ports.Port;
import java.nio.file.Path;
import java.util.Properties;

/** The server settings of a broker that shares one small machine with everything else. */
final class BrokerSettings {
  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private BrokerSettings() {}

  static Properties of(Path directory, Port broker, Port controller) {
    Properties settings = new Properties();
    listeners(settings, broker, controller);
    settings.setProperty("log.dirs", directory.toString());
    settings.setProperty("auto.create.topics.enable", "false");
    oneReplica(settings);
    fastRecovery(settings);
    lean(settings);
    return settings;
  }

  private static void listeners(Properties settings, Port broker, Port controller) {
    settings.setProperty("process.roles", "broker,controller");
    settings.setProperty("node.id", Integer.toString(NODE_ID));
    settings.setProperty("controller.quorum.voters", NODE_ID + "@" + controller.address());
    settings.setProperty("controller.listener.names", CONTROLLER_LISTENER);
    settings.setProperty("inter.broker.listener.name", "PLAINTEXT");
    settings.setProperty(
        "listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    settings.setProperty(
        "listeners",
        "PLAINTEXT://"
            + broker.address()
            + ","
            + CONTROLLER_LISTENER
            + "://"
            + controller.address());
    settings.setProperty("advertised.listeners", "PLAINTEXT://" + broker.address());
  }

  private static void oneReplica(Properties settings) {
    settings.setProperty("default.replication.factor", "1");
    settings.setProperty("min.insync.replicas", "1");
    settings.setProperty("offsets.topic.replication.factor", "1");
    settings.setProperty("transaction.state.log.replication.factor", "1");
    settings.setProperty("transaction.state.log.min.isr", "1");
    settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
    settings.setProperty("share.coordinator.state.topic.min.isr", "1");
    settings.setProperty("offsets.topic.num.partitions", "4");
    settings.setProperty("transaction.state.log.num.partitions", "4");
    settings.setProperty("share.coordinator.state.topic.num.partitions", "1");
  }

  private static void fastRecovery(Properties settings) {
    // A broker that was killed may register again only when its old session has run out.
    settings.setProperty("broker.session.timeout.ms", "2000");
    settings.setProperty("broker.heartbeat.interval.ms", "500");
    // A killed service's open transaction holds up readers until this scan aborts it.
    settings.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    // There is never a second member worth waiting for.
    settings.setProperty("group.initial.rebalance.delay.ms", "0");
    settings.setProperty("group.streams.initial.rebalance.delay.ms", "0");
  }

  private static void lean(Properties settings) {
    settings.setProperty("num.network.threads", "2");
    settings.setProperty("num.io.threads", "3");
    settings.setProperty("background.threads", "2");
    settings.setProperty("num.recovery.threads.per.data.dir", "2");
    settings.setProperty("queued.max.requests", "64");
    settings.setProperty("log.cleaner.threads", "1");
    settings.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
    settings.setProperty("log.cleaner.io.buffer.size", "65536");
    settings.setProperty("log.segment.bytes", "134217728");
    // Room for the offsets of one such segment; the default reserves ten times as much.
    settings.setProperty("log.index.size.max.bytes", "1048576");
    settings.setProperty("group.coordinator.threads", "1");
    settings.setProperty("share.coordinator.threads", "1");
    settings.setProperty("auto.leader.rebalance.enable", "false");
  }
}

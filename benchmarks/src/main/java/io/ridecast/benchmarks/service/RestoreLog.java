package io.ridecast.benchmarks.service;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Learns from what Kafka Streams logs when tasks begin and end to restore their state. */
final class RestoreLog extends AppenderBase<ILoggingEvent> {
  private static final String INTERNALS = "org.apache.kafka.streams.processor.internals.";
  private static final List<String> CLASSES = List.of("StreamTask", "StoreChangelogReader");

  private long began;
  private long ended;
  private long records;

  /** Listens from now on. */
  static RestoreLog attach() {
    RestoreLog log = new RestoreLog();
    log.start();
    for (String name : CLASSES) {
      Logger logger = (Logger) LoggerFactory.getLogger(INTERNALS + name);
      logger.setLevel(Level.INFO);
      logger.setAdditive(false);
      logger.addAppender(log);
    }
    return log;
  }

  @Override
  protected synchronized void append(ILoggingEvent event) {
    String message = event.getFormattedMessage();
    if (message.endsWith("Initialized") && began == 0) {
      began = System.nanoTime();
    } else if (message.endsWith("Restored and ready to run")) {
      ended = System.nanoTime();
    } else if (message.contains("Finished restoring changelog")) {
      records += Long.parseLong(message.replaceAll(".* of (\\d+) records.*", "$1"));
    }
  }

  synchronized double millis() {
    return (ended - began) / 1e6;
  }

  synchronized long records() {
    return records;
  }
}

package io.ridecast.local.command;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** What the log shows on the console of a demo. */
final class ConsoleWarnings {
  private ConsoleWarnings() {}

  /** Ends them: parts that are being ended warn of each other's absence. The log keeps all. */
  static void end() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
      loggers.getLogger("io.ridecast").detachAppender("WARNINGS");
    }
  }
}

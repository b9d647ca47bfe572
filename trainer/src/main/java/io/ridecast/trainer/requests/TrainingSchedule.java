package io.ridecast.trainer.requests;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The times at which training is due, in the catalogue's zone. */
public final class TrainingSchedule {
  private final ExecutionTime times;
  private final ZoneId zone;

  /**
   * A schedule.
   *
   * @param cron minute, hour, day of month, month, day of week, as in crontab
   * @throws IllegalArgumentException if it is none
   */
  public TrainingSchedule(String cron, ZoneId zone) {
    CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    Cron parsed = parser.parse(cron);
    this.times = ExecutionTime.forCron(parsed);
    this.zone = zone;
  }

  /** The newest slot after {@code after} and not after {@code until}. */
  public Optional<Instant> newestSlot(Instant after, Instant until) {
    // The library looks before a time; slots lie on whole minutes.
    ZonedDateTime end = until.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).atZone(zone);
    return times
        .lastExecution(end)
        .map(ZonedDateTime::toInstant)
        .filter(slot -> slot.isAfter(after));
  }
}

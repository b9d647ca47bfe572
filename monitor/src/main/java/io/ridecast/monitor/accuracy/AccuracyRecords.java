package io.ridecast.monitor.accuracy;

import io.ridecast.monitor.scoring.Accuracy;
import io.ridecast.records.ForecastAccuracy;
import io.ridecast.runtime.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/** Writes an accuracy as the record that goes out. */
public final class AccuracyRecords {
  private final BusinessClock clock;

  public AccuracyRecords(BusinessClock clock) {
    this.clock = clock;
  }

  /**
   * The record.
   *
   * @param key community and lead, with / between
   */
  public ForecastAccuracy of(String key, Accuracy accuracy) {
    return ForecastAccuracy.newBuilder()
        .setCommunity(key.substring(0, key.indexOf('/')))
        .setLead(accuracy.lead())
        .setWindowFrom(accuracy.from())
        .setWindowTo(accuracy.to())
        .setForecasts(accuracy.pairs())
        .setActualRides(accuracy.actualRides())
        .setWape(orNull(accuracy.wape()))
        .setBias(orNull(accuracy.bias()))
        .setMase(orNull(accuracy.mase()))
        .setPinballP10(accuracy.pinballP10())
        .setPinballP50(accuracy.pinballP50())
        .setPinballP90(accuracy.pinballP90())
        .setCoverage(accuracy.coverage())
        .setIntervalWidth(accuracy.intervalWidth())
        .setNaiveWape(orNull(accuracy.naiveWape()))
        .setModelVersion(accuracy.modelVersion())
        .setEmittedAt(clock.now())
        .build();
  }

  /** Avro has NaN, but few who read the topic expect it. */
  private static @Nullable Double orNull(double measure) {
    return Double.isNaN(measure) ? null : measure;
  }
}

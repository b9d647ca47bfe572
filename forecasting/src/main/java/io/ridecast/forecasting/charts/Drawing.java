package io.ridecast.forecasting.charts;

/** Something drawn as SVG. */
public interface Drawing {
  /** Pixels across. */
  int width();

  /** Pixels down. */
  int height();

  /** The elements, without one around them. */
  String content();
}

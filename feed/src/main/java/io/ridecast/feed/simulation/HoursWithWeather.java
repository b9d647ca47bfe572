package io.ridecast.feed.simulation;

import io.ridecast.feed.live.HourOfRides;
import io.ridecast.feed.sending.WeatherSender;
import io.ridecast.records.Ride;
import java.time.Instant;
import java.util.List;

/**
 * The city's rides by the hour; what the weather service issues in that hour is sent on the way.
 */
record HoursWithWeather(ArrivalHours rides, SimulatedWeather weather, WeatherSender sender)
    implements HourOfRides {
  @Override
  public List<Ride> between(Instant from, Instant until) {
    weather.issuedBetween(from, until).forEach(sender::send);
    return rides.between(from, until);
  }
}

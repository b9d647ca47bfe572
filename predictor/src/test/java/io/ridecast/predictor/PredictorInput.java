package io.ridecast.predictor;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.predictor.models.Announcements;
import io.ridecast.records.BusinessClock;
import io.ridecast.records.CityDemand;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DailyWeather;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.WeatherKind;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.DemandKey;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** What the predictor hears on its topics, spoken in days and rides. */
final class PredictorInput {
  private final Catalogue catalogue;
  private final TestInputTopic<String, DailyDemand> demand;
  private final TestInputTopic<String, CityDemand> cityDemand;
  private final TestInputTopic<String, BusinessClock> clock;
  private final TestInputTopic<String, ModelAnnouncement> announcements;
  private final TestInputTopic<String, DailyWeather> weather;

  PredictorInput(TopologyTestDriver driver, AvroSerdes serdes, Catalogue catalogue) {
    this.catalogue = catalogue;
    this.demand = topic(driver, serdes, Topics.DAILY_DEMAND);
    this.cityDemand = topic(driver, serdes, Topics.CITY_DEMAND);
    this.clock = topic(driver, serdes, Topics.BUSINESS_CLOCK);
    this.announcements = topic(driver, serdes, Topics.MODELS);
    this.weather = topic(driver, serdes, Topics.WEATHER);
  }

  /** Closes a day of a community. */
  void close(int community, LocalDate day, int rides) {
    demand(community, day, rides, 1, DemandStatus.CLOSED);
  }

  void demand(int community, LocalDate day, int rides, int revision, DemandStatus status) {
    String key = Integer.toString(community);
    demand.pipeInput(
        DemandKey.of(key, day), new DailyDemand(key, day, rides, revision, status, Instant.EPOCH));
  }

  void tombstone(int community, LocalDate day) {
    demand.pipeInput(DemandKey.of(Integer.toString(community), day), (DailyDemand) null);
  }

  /** Every day up to the last: each community's, then the city's. */
  void history(LocalDate last, int days) {
    for (LocalDate day = last.minusDays(days - 1L); !day.isAfter(last); day = day.plusDays(1)) {
      closeEverywhere(day);
    }
  }

  /** Closes a day of every community with its {@link #usual} rides, and of the city. */
  void closeEverywhere(LocalDate day) {
    for (Community community : catalogue.communities()) {
      close(community.number(), day, usual(community.number(), day));
    }
    city(day, 3_000);
  }

  /** The same, and the clock when that is due. */
  void passDay(LocalDate day) {
    closeEverywhere(day);
    clockAtCloseOf(day);
  }

  /** Closes a day of the city, and the clock when that is due. */
  void closeCity(LocalDate day, int rides) {
    city(day, rides);
    clockAtCloseOf(day);
  }

  void city(LocalDate day, int rides) {
    cityDemand.pipeInput(day.toString(), new CityDemand(day, rides, 1, DemandStatus.CLOSED, 77));
  }

  /** A forecast or observation of a day's highest temperature, nothing else. */
  void weather(LocalDate day, Instant issuedAt, double tmax) {
    weather.pipeInput(
        day.toString(),
        new DailyWeather(day, issuedAt, WeatherKind.FORECAST, tmax, null, null, null, null));
  }

  /** The clock at a local hour of a day. */
  void clock(LocalDate day, int hour, boolean loading) {
    Instant now = catalogue.serviceDay().start(day).plus(Duration.ofHours(hour));
    clock.pipeInput("clock", new BusinessClock(now, loading));
  }

  /** The clock when the day's close is due. */
  void clockAtCloseOf(LocalDate day) {
    clock(day.plusDays(1), 2, false);
  }

  void announce(long sequence, String version, String uri) {
    announcements.pipeInput(
        "demand/CHAMPION", Announcements.champion(sequence, version).setArtifactUri(uri).build());
  }

  /** How many rides a community has where a test says nothing else. */
  static int usual(int community, LocalDate day) {
    return community + day.getDayOfWeek().getValue();
  }

  private static <V extends SpecificRecord> TestInputTopic<String, V> topic(
      TopologyTestDriver driver, AvroSerdes serdes, Topic<V> topic) {
    return driver.createInputTopic(
        topic.name(), serdes.key().serializer(), serdes.value(topic).serializer());
  }
}

package io.ridecast.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ridecast.records.DemandStatus;
import io.ridecast.records.ForecastAccuracy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorTopologyTest {
  private static final LocalDate ORIGIN = LocalDate.of(2020, 9, 10);
  private static final LocalDate NEXT = ORIGIN.plusDays(1);
  private static final Offset<Double> EXACT = within(1e-9);
  @TempDir Path state;
  private MonitorDriver monitor;

  @BeforeEach
  void start() {
    monitor = new MonitorDriver(state);
  }

  @AfterEach
  void end() {
    monitor.close();
  }

  @Test
  void shouldScoreADayWhenItCloses() {
    monitor.close("6", NEXT.minusDays(7), 80);
    monitor.forecast("6", ORIGIN, 110, "3");
    assertThat(monitor.accuracies()).isEmpty();

    monitor.close("6", NEXT, 100);

    ForecastAccuracy accuracy = monitor.accuracies().get("6/1");
    assertThat(accuracy.getWape()).isEqualTo(0.1, EXACT);
    assertThat(accuracy.getBias()).isEqualTo(0.1, EXACT);
    assertThat(accuracy.getNaiveWape()).isEqualTo(0.2, EXACT);
    assertThat(accuracy.getMase()).isEqualTo(0.5, EXACT);
    assertThat(accuracy.getCoverage()).isEqualTo(1, EXACT);
    assertThat(accuracy.getForecasts()).isEqualTo(1);
    assertThat(accuracy.getActualRides()).isEqualTo(100);
    assertThat(accuracy.getModelVersion()).isEqualTo("3");
    assertThat(accuracy.getWindowFrom()).isEqualTo(NEXT.minusDays(27));
    assertThat(accuracy.getWindowTo()).isEqualTo(NEXT);
  }

  @Test
  void shouldScoreEveryLead() {
    monitor.forecast("6", ORIGIN, 110, "3");

    for (int lead = 1; lead <= 3; lead++) {
      monitor.close("6", ORIGIN.plusDays(lead), 100);
    }

    assertThat(monitor.accuracies()).containsOnlyKeys("6/1", "6/2", "6/3");
  }

  @Test
  void shouldPoolTheCommunitiesToTheCityOnceABurstIsOver() {
    for (String community : new String[] {"6", "7", "8"}) {
      monitor.forecast(community, ORIGIN, 110, "3");
    }
    monitor.close("6", NEXT, 100);
    monitor.close("7", NEXT, 210);
    monitor.close("8", NEXT, 90);
    assertThat(monitor.accuracies()).containsOnlyKeys("6/1", "7/1", "8/1");

    monitor.letTimePass();

    Map<String, ForecastAccuracy> city = monitor.accuracies();
    assertThat(city).containsOnlyKeys("CITY/1");
    assertThat(city.get("CITY/1").getForecasts()).isEqualTo(3);
    assertThat(city.get("CITY/1").getWape()).isEqualTo((10 + 100 + 20) / 400.0, EXACT);
    assertThat(city.get("CITY/1").getBias()).isEqualTo((10 - 100 + 20) / 400.0, EXACT);
  }

  @Test
  void shouldNotTakeTheCitysOwnForecastForACommunitys() {
    monitor.forecast("CITY", ORIGIN, 5000, "3");
    monitor.forecast("6", ORIGIN, 110, "3");
    monitor.close("6", NEXT, 100);
    monitor.letTimePass();

    assertThat(monitor.accuracies().get("CITY/1").getForecasts()).isEqualTo(1);
  }

  @Test
  void shouldScoreARevisedDayAnew() {
    monitor.forecast("6", ORIGIN, 110, "3");
    monitor.close("6", NEXT, 100);
    monitor.letTimePass();
    monitor.accuracies();

    monitor.close("6", NEXT, 110);
    monitor.letTimePass();

    Map<String, ForecastAccuracy> revised = monitor.accuracies();
    assertThat(revised.get("6/1").getWape()).isZero();
    assertThat(revised.get("6/1").getActualRides()).isEqualTo(110);
    assertThat(revised.get("CITY/1").getForecasts()).isEqualTo(1);
    assertThat(revised.get("CITY/1").getWape()).isZero();
  }

  @Test
  void shouldMeasureTheNaiveAnewWhenTheDayItGoesByIsRevised() {
    monitor.close("6", NEXT.minusDays(7), 80);
    monitor.forecast("6", ORIGIN, 110, "3");
    monitor.close("6", NEXT, 100);

    monitor.close("6", NEXT.minusDays(7), 90);

    assertThat(monitor.accuracies().get("6/1").getNaiveWape()).isEqualTo(0.1, EXACT);
  }

  @Test
  void shouldStaySilentWhenTheSameForecastOrDayComesAgain() {
    monitor.forecast("6", ORIGIN, 110, "3");
    monitor.close("6", NEXT, 100);
    monitor.letTimePass();
    monitor.accuracies();

    monitor.forecast("6", ORIGIN, 110, "3");
    monitor.close("6", NEXT, 100);
    monitor.letTimePass();

    assertThat(monitor.accuracies()).isEmpty();
  }

  @Test
  void shouldCountTheLastForecastMadeBeforeTheDayWasKnown() {
    monitor.forecast("6", ORIGIN, 150, "3");
    monitor.forecast("6", ORIGIN, 110, "4", MonitorDriver.closing(ORIGIN).plusSeconds(3600));

    monitor.close("6", NEXT, 100);
    monitor.forecast("6", ORIGIN, 100, "5", MonitorDriver.closing(NEXT).plusSeconds(3600));

    ForecastAccuracy accuracy = monitor.accuracies().get("6/1");
    assertThat(accuracy.getWape()).isEqualTo(0.1, EXACT);
    assertThat(accuracy.getModelVersion()).isEqualTo("4");
  }

  @Test
  void shouldScoreWhenTheForecastArrivesAfterTheDayItWasMadeFor() {
    monitor.close("6", NEXT, 100);
    assertThat(monitor.accuracies()).isEmpty();

    monitor.forecast("6", ORIGIN, 110, "3");

    assertThat(monitor.accuracies().get("6/1").getWape()).isEqualTo(0.1, EXACT);
  }

  @Test
  void shouldLeaveRelativeErrorsEmptyWithoutRides() {
    monitor.forecast("6", ORIGIN, 10, "3");

    monitor.close("6", NEXT, 0);
    monitor.letTimePass();

    Map<String, ForecastAccuracy> accuracies = monitor.accuracies();
    for (String key : new String[] {"6/1", "CITY/1"}) {
      assertThat(accuracies.get(key).getWape()).isNull();
      assertThat(accuracies.get(key).getBias()).isNull();
      assertThat(accuracies.get(key).getMase()).isNull();
      assertThat(accuracies.get(key).getNaiveWape()).isNull();
      assertThat(accuracies.get(key).getPinballP50()).isEqualTo(5, EXACT);
    }
    assertThat(monitor.gauge("ridecast.forecast.wape", "lead", "1")).isNaN();
  }

  @Test
  void shouldScoreNeitherOpenDaysNorDaysWithoutService() {
    monitor.forecast("6", ORIGIN, 110, "3");

    monitor.count("6", NEXT, 40, DemandStatus.OPEN);
    monitor.count("6", NEXT, 0, DemandStatus.OUT_OF_SERVICE);
    monitor.letTimePass();

    assertThat(monitor.accuracies()).isEmpty();
  }

  @Test
  void shouldTakeADayOutOfTheCityThatTurnsOutToHaveHadNoService() {
    monitor.forecast("6", ORIGIN, 110, "3");
    monitor.forecast("7", ORIGIN, 110, "3");
    monitor.close("6", NEXT, 100);
    monitor.close("7", NEXT, 0);
    monitor.letTimePass();
    assertThat(monitor.accuracies().get("CITY/1").getForecasts()).isEqualTo(2);

    monitor.count("7", NEXT, 0, DemandStatus.OUT_OF_SERVICE);
    monitor.letTimePass();

    assertThat(monitor.accuracies().get("CITY/1").getForecasts()).isEqualTo(1);
  }

  @Test
  void shouldNotMixTheFallbackWithAModel() {
    monitor.forecast("6", ORIGIN, 500, "fallback");
    monitor.close("6", NEXT, 100);
    assertThat(monitor.accuracies().get("6/1").getModelVersion()).isEqualTo("fallback");

    monitor.forecast("6", NEXT, 110, "1");
    monitor.close("6", NEXT.plusDays(1), 100);
    monitor.letTimePass();

    Map<String, ForecastAccuracy> accuracies = monitor.accuracies();
    assertThat(accuracies.get("6/1").getForecasts()).isEqualTo(1);
    assertThat(accuracies.get("6/1").getWape()).isEqualTo(0.1, EXACT);
    assertThat(accuracies.get("CITY/1").getModelVersion()).isEqualTo("1");
    assertThat(accuracies.get("CITY/1").getForecasts()).isEqualTo(1);
  }

  @Test
  void shouldIgnoreTombstones() {
    monitor.forecast("6", ORIGIN, 110, "3");

    monitor.forget("6", NEXT);

    assertThat(monitor.accuracies()).isEmpty();
  }

  @Test
  void shouldShowTheErrorsToPrometheus() {
    monitor.close("6", NEXT.minusDays(7), 80);
    monitor.forecast("6", ORIGIN, 110, "3");
    monitor.close("6", NEXT, 100);
    monitor.letTimePass();

    assertThat(monitor.gauge("ridecast.forecast.wape", "lead", "1")).isEqualTo(0.1, EXACT);
    assertThat(monitor.gauge("ridecast.forecast.bias", "lead", "1")).isEqualTo(0.1, EXACT);
    assertThat(monitor.gauge("ridecast.forecast.coverage", "lead", "1")).isEqualTo(1);
    assertThat(monitor.gauge("ridecast.seasonal.naive.wape", "lead", "1")).isEqualTo(0.2, EXACT);
    assertThat(monitor.gauge("ridecast.community.forecast.wape", "lead", "1", "community", "6"))
        .isEqualTo(0.1, EXACT);
  }

  @Test
  void shouldDropDaysAHundredDaysBehindTheBusinessClock() {
    monitor.close("6", NEXT.minusDays(7), 80);
    monitor.forecast("6", ORIGIN, 110, "3");
    monitor.close("6", NEXT, 100);
    monitor.clock(MonitorDriver.closing(NEXT));
    monitor.letTimePass();
    assertThat(monitor.keptDays()).isEqualTo(5);

    monitor.clock(MonitorDriver.closing(NEXT).plus(Duration.ofDays(98)));
    monitor.letTimePass();
    assertThat(monitor.keptDays()).isEqualTo(4);

    monitor.clock(MonitorDriver.closing(NEXT).plus(Duration.ofDays(103)));
    monitor.letTimePass();
    assertThat(monitor.keptDays()).isZero();
  }

  @Test
  void shouldSayAtWhichBusinessTimeItMeasured() {
    monitor.clock(MonitorDriver.closing(NEXT));
    monitor.forecast("6", ORIGIN, 110, "3");
    monitor.close("6", NEXT, 100);

    assertThat(monitor.accuracies().get("6/1").getEmittedAt())
        .isEqualTo(MonitorDriver.closing(NEXT));
  }

  /** What is kept on the broker is found by these names: another name is another state. */
  @Test
  void shouldKeepItsStateUnderFixedNames() {
    assertThat(monitor.description())
        .contains("stores: [monitored-days]", "stores: [city-pairs]", "city-pairs-repartition")
        .doesNotContain("KSTREAM", "KTABLE");
  }
}

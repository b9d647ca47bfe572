package io.ridecast.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContestTest {
  private static final String HEADING = "community,origin_date,lead,date,actual,mean,p10,p50,p90";
  private static final String FIRST = "6,2017-07-01,1,2017-07-02,10,9,7,9,12";
  private static final String SECOND = "6,2017-07-01,2,2017-07-03,20,19,17,18,22";
  private static final LocalDate FROM = LocalDate.of(2017, 7, 1);
  private static final LocalDate TO = LocalDate.of(2017, 7, 31);

  @TempDir Path folder;

  @Test
  void shouldRefuseForecastsThatLackACell() throws IOException {
    Entrant ridecast = entrant("Ridecast", FIRST, SECOND);
    Entrant peer = entrant("AutoETS", FIRST);

    assertThatThrownBy(() -> contest(ridecast, peer))
        .isInstanceOf(ComparisonRefused.class)
        .hasMessage(
            "AutoETS lacks a forecast that Ridecast has: community 6, origin 2017-07-01, lead 2");
  }

  @Test
  void shouldRefuseForecastsOfFurtherCells() throws IOException {
    Entrant ridecast = entrant("Ridecast", FIRST);
    Entrant peer = entrant("AutoETS", FIRST, SECOND);

    assertThatThrownBy(() -> contest(ridecast, peer))
        .isInstanceOf(ComparisonRefused.class)
        .hasMessage(
            "AutoETS has a forecast that Ridecast lacks: community 6, origin 2017-07-01, lead 2");
  }

  @Test
  void shouldRefuseForecastsThatWereGivenOtherActuals() throws IOException {
    Entrant ridecast = entrant("Ridecast", FIRST);
    Entrant peer = entrant("AutoETS", "6,2017-07-01,1,2017-07-02,11,9,7,9,12");

    assertThatThrownBy(() -> contest(ridecast, peer))
        .isInstanceOf(ComparisonRefused.class)
        .hasMessageContaining("different actuals, 11.0 and 10.0: community 6");
  }

  @Test
  void shouldPassOverDaysThatAreNotUnderTestOrHaveNotCome() throws IOException {
    Entrant ridecast = entrant("Ridecast", FIRST);
    Entrant peer =
        entrant(
            "AutoETS",
            FIRST,
            "6,2017-06-29,1,2017-06-30,5,5,5,5,5",
            "6,2017-07-30,1,2017-07-31,,5,5,5,5");

    assertThat(contest(ridecast, peer).standings()).hasSize(4);
  }

  @Test
  void shouldCompareMediansOverTheSameCells() throws IOException {
    Entrant ridecast = entrant("Ridecast", FIRST, SECOND);
    Entrant ets =
        entrant(
            "AutoETS",
            "6,2017-07-01,1,2017-07-02,10,6,1,6,20",
            "6,2017-07-01,2,2017-07-03,20,18,19,18,30");

    List<Standing> standings = contest(ridecast, ets).standings();

    Standing own = standings.get(0);
    assertThat(own.lead()).isZero();
    assertThat(own.score().wape()).isEqualTo(3.0 / 30);
    assertThat(own.toEts().orElseThrow().ratio()).isEqualTo(3.0 / 6);
    assertThat(own.toOwn().ratio()).isEqualTo(1);
    assertThat(standings.get(1).toOwn().ratio()).isEqualTo(6.0 / 3);
    assertThat(own.score().coverage()).isEqualTo(1);
    assertThat(standings.get(1).score().bias()).isEqualTo(-6.0 / 30);
    assertThat(standings.get(2).lead()).isEqualTo(1);
    assertThat(standings.get(2).toEts().orElseThrow().ratio()).isEqualTo(1.0 / 4);
  }

  @Test
  void shouldNameTheLineThatIsNoForecast() throws IOException {
    assertThatThrownBy(() -> entrant("LightGBM", FIRST, "6,2017-07-01,2,2017-07-03,20,19,17,,22"))
        .isInstanceOf(ComparisonRefused.class)
        .hasMessageEndingWith("LightGBM.csv, line 3: '' is no number of rides");
  }

  @Test
  void shouldRefuseAFileOfOtherColumns() throws IOException {
    Path file = Files.writeString(folder.resolve("peer.csv"), "community,date,rides\n");

    assertThatThrownBy(() -> ForecastFile.read(file))
        .isInstanceOf(ComparisonRefused.class)
        .hasMessageContaining("line 1: has to be " + HEADING);
  }

  private static Contest contest(Entrant ridecast, Entrant peer) {
    SharedCells cells = new SharedCells(ridecast.forecasts(), FROM, TO);
    return new Contest(cells, List.of(ridecast, peer), ridecast);
  }

  private Entrant entrant(String name, String... rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADING));
    lines.addAll(List.of(rows));
    Map<Cell, Forecast> forecasts =
        ForecastFile.read(Files.write(folder.resolve(name + ".csv"), lines));
    return new Entrant(name, true, OptionalInt.empty(), forecasts);
  }
}

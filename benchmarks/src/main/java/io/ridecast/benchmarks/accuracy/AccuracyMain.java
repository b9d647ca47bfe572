package io.ridecast.benchmarks.accuracy;

import io.ridecast.forecasting.backtest.AbsentDays;
import io.ridecast.forecasting.backtest.DailyFile;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.training.DemandPanel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Scores one city's forecasts: {@code AccuracyMain FOLDER FROM TO TITLE [CATALOGUE]}. FOLDER holds
 * {@code counts.csv} and, in {@code forecasts}, what was forecast; FROM to TO are the days under
 * test. Prints the table and leaves it in FOLDER as {@code accuracy.csv} and {@code accuracy.md}.
 */
final class AccuracyMain {
  private static final int NEEDED_ARGUMENTS = 4;

  private final Path folder;
  private final LocalDate from;
  private final LocalDate to;
  private final DemandPanel panel;
  private final List<String> markdown = new ArrayList<>();
  private final StandingFile csv = new StandingFile();

  private AccuracyMain(Path folder, LocalDate from, LocalDate to, Catalogue catalogue) {
    this.folder = folder;
    this.from = from;
    this.to = to;
    this.panel =
        DailyFile.read(folder.resolve("counts.csv"), catalogue)
            .panel(catalogue, ServiceCalendar.always(), AbsentDays.MISSING);
  }

  /** Ends with 0 when all was compared, 1 when it could not be, 2 when the arguments are wrong. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < NEEDED_ARGUMENTS) {
      System.err.println("needed: FOLDER FROM TO TITLE [CATALOGUE]");
      System.exit(2);
    }
    try {
      run(arguments);
    } catch (ComparisonRefused refused) {
      System.err.println("bench-accuracy: " + refused.getMessage());
      System.exit(1);
    }
  }

  private static void run(String... arguments) throws IOException {
    Catalogue catalogue =
        Arrays.stream(arguments)
            .skip(NEEDED_ARGUMENTS)
            .findFirst()
            .map(file -> Catalogue.load(Path.of(file)))
            .orElseGet(Catalogue::chicago);
    AccuracyMain main =
        new AccuracyMain(
            Path.of(arguments[0]),
            LocalDate.parse(arguments[1]),
            LocalDate.parse(arguments[2]),
            catalogue);
    main.compare(arguments[3] + ", communities", "communities", ForecastFolder.COMMUNITIES);
    main.compare(arguments[3] + ", city", "city", ForecastFolder.CITY);
    main.write();
  }

  private void compare(String title, String series, String ending) throws IOException {
    List<Entrant> entrants =
        new ArrayList<>(new ForecastFolder(folder.resolve("forecasts")).entrants(ending));
    SharedCells cells = new SharedCells(entrants.get(0).forecasts(), from, to);
    Entrant naive = Baseline.SEASONAL_NAIVE.of(cells, panel);
    entrants.add(Baseline.FOUR_WEEKS.of(cells, panel));
    entrants.add(naive);
    show(title, series, cells, new Contest(cells, entrants, naive).standings());
  }

  private void show(String title, String series, SharedCells cells, List<Standing> standings) {
    String heading = "%s, %s to %s (%d forecasts)".formatted(title, from, to, cells.cells().size());
    StandingTable table = new StandingTable(standings);
    System.out.println("\n" + heading);
    table.text().forEach(System.out::println);
    markdown.addAll(List.of("### " + heading, ""));
    markdown.addAll(table.markdown());
    markdown.add("");
    csv.add(series, standings);
  }

  private void write() throws IOException {
    Files.write(folder.resolve("accuracy.md"), markdown);
    Files.write(folder.resolve("accuracy.csv"), csv.lines());
    System.out.println("\nWritten: " + folder.resolve("accuracy.csv") + " and accuracy.md");
  }
}

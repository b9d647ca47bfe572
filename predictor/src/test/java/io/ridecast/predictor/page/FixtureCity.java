package io.ridecast.predictor.page;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A city with believable numbers in the shapes of the REST bodies: shares like Chicago's in 2020, a
 * weekday shape, weather that all communities share, and a forecast that nearly knows it.
 */
final class FixtureCity {

  static final String WHOLE = "CITY";

  private static final Map<Integer, Double> LARGEST_SHARES =
      Map.ofEntries(
          Map.entry(6, .158),
          Map.entry(7, .128),
          Map.entry(24, .097),
          Map.entry(28, .052),
          Map.entry(22, .047),
          Map.entry(8, .045),
          Map.entry(3, .044),
          Map.entry(41, .030),
          Map.entry(77, .023),
          Map.entry(19, .018),
          Map.entry(5, .015),
          Map.entry(4, .014),
          Map.entry(1, .014));
  private static final double REST = 0.315;
  private static final double[] WEEKDAYS = {.93, .95, .96, 1.0, 1.06, 1.16, .94};
  private static final double RIDES_A_DAY = 9_400;

  private final Catalogue catalogue;
  private LocalDate today = LocalDate.of(2020, 9, 11);
  private String model = "3";
  private String trigger = "DATA";

  FixtureCity(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  List<Community> communities() {
    return catalogue.communities();
  }

  void closeDay() {
    today = today.plusDays(1);
    trigger = "DATA";
  }

  void promote(String version) {
    model = version;
    trigger = "MODEL";
  }

  Map<String, Object> clock() {
    return Map.of("now", today + "T07:00:00Z", "date", today.toString(), "loading", false);
  }

  Map<String, Object> champion() {
    return Map.of(
        "version",
        model,
        "run_id",
        "run-" + model,
        "sha256",
        "0".repeat(64),
        "announced_at",
        today.minusDays(4) + "T10:00:00Z",
        "metrics",
        Map.of("holdout.wape", .214, "holdout.naive_wape", .297));
  }

  Map<String, Object> forecast(Community community) {
    List<Map<String, Object>> days =
        IntStream.rangeClosed(1, 3).mapToObj(lead -> day(community, lead)).toList();
    Map<String, Object> forecast = forecast(community.key(), days);
    forecast.put("community", community.number());
    forecast.put("name", community.name());
    forecast.put("quality", quality(community));
    return forecast;
  }

  Map<String, Object> cityForecast() {
    List<Map<String, Object>> days =
        IntStream.rangeClosed(1, 3)
            .mapToObj(
                lead -> {
                  double mean =
                      communities().stream()
                          .mapToDouble(community -> expected(community, lead))
                          .sum();
                  return day(lead, mean, .86 * mean, 1.13 * mean);
                })
            .toList();
    Map<String, Object> forecast = forecast(WHOLE, days);
    forecast.put("community", WHOLE);
    forecast.put("name", WHOLE);
    forecast.put("quality", "NORMAL");
    return forecast;
  }

  List<Map<String, Object>> history(Community community, int days) {
    Stream<Map<String, Object>> closed =
        IntStream.rangeClosed(1, days)
            .mapToObj(back -> today.minusDays(1 + days - back))
            .map(date -> counted(date, rides(community, date), "CLOSED"));
    long soFar = Math.round(.06 * rides(community, today));
    return Stream.concat(closed, Stream.of(counted(today, soFar, "OPEN"))).toList();
  }

  private Map<String, Object> forecast(String key, List<Map<String, Object>> days) {
    Map<String, Object> forecast = new TreeMap<>();
    forecast.put("forecast_id", key + "/" + today + "/" + model);
    forecast.put("origin_date", today.minusDays(1).toString());
    forecast.put("days", days);
    forecast.put("model_version", model);
    forecast.put("trigger", trigger);
    forecast.put("generated_at", today + "T07:00:00Z");
    forecast.put("valid_until", today.plusDays(1) + "T05:00:00Z");
    return forecast;
  }

  private Map<String, Object> day(Community community, int lead) {
    double mean = expected(community, lead);
    double spread = 1.28 * Math.sqrt(mean + Math.pow(.13 * mean, 2));
    return day(lead, mean, Math.max(0, mean - spread), mean + 1.1 * spread);
  }

  private Map<String, Object> day(int lead, double mean, double p10, double p90) {
    return Map.of(
        "date", today.plusDays(lead - 1L).toString(),
        "lead", lead,
        "mean", mean,
        "p10", p10,
        "p50", .98 * mean,
        "p90", p90);
  }

  private double expected(Community community, int lead) {
    LocalDate date = today.plusDays(lead - 1L);
    double guess = 1 + .06 * noise(community.number(), date.plusYears(1)) + versionShift();
    return Math.max(.05, level(community, date) * guess);
  }

  /** Another model sees the city a little differently. */
  private double versionShift() {
    return .03 * (Integer.parseInt(model) - 3);
  }

  private long rides(Community community, LocalDate date) {
    double level = level(community, date);
    double scatter = noise(community.number(), date) * Math.sqrt(level + Math.pow(.1 * level, 2));
    return Math.max(0, Math.round(level + scatter));
  }

  private double level(Community community, LocalDate date) {
    double weather = 1 + .13 * noise(0, date);
    double season = 1 + .25 * Math.sin((date.getDayOfYear() - 110) / 365.0 * 2 * Math.PI);
    double neighbourhood = 1 + .09 * noise(community.number() + 1000, date);
    return RIDES_A_DAY
        * share(community)
        * WEEKDAYS[date.getDayOfWeek().getValue() - 1]
        * season
        * weather
        * neighbourhood;
  }

  private double share(Community community) {
    Double known =
        catalogue.communities().size() == 77 ? LARGEST_SHARES.get(community.number()) : null;
    if (known != null) {
      return known;
    }
    double weight = weight(community);
    double all =
        communities().stream()
            .filter(other -> !LARGEST_SHARES.containsKey(other.number()))
            .mapToDouble(FixtureCity::weight)
            .sum();
    return REST * weight / all;
  }

  private static double weight(Community community) {
    return Math.exp(1.1 * noise(community.number(), LocalDate.EPOCH));
  }

  private static String quality(Community community) {
    return community.number() == 47 ? "COLD_START" : "NORMAL";
  }

  private static Map<String, Object> counted(LocalDate date, long rides, String status) {
    return Map.of("date", date.toString(), "rides", rides, "revision", 1, "status", status);
  }

  /** The same standard normal value for the same community and day, whenever it is asked for. */
  private static double noise(int number, LocalDate date) {
    long seed = number * 1_000_003L + date.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    return Math.max(-2.2, Math.min(2.2, new SplittableRandom(seed).nextGaussian()));
  }
}

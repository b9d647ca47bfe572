package io.ridecast.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Three communities and 110 days of rides as files, with the counts that they must give, and the
 * weather of these days.
 */
final class SmallCity {
  static final List<String> COMMUNITIES = List.of("1", "2", "3");
  static final LocalDate FIRST = LocalDate.of(2023, 3, 1);
  static final LocalDate LAST = FIRST.plusDays(109);

  private static final int SEED = 11;

  private final Path rides;
  private final Path catalogue;
  private final Path weather;
  private final Map<String, Integer> counts;

  private SmallCity(Path rides, Path catalogue, Path weather, Map<String, Integer> counts) {
    this.rides = rides;
    this.catalogue = catalogue;
    this.weather = weather;
    this.counts = Map.copyOf(counts);
  }

  static SmallCity in(Path folder) throws IOException {
    Path catalogue =
        Files.writeString(
            folder.resolve("zones.csv"),
            """
            number,name,latitude,longitude
            1,LOOP,41.88,-87.62
            2,UPTOWN,41.96,-87.65
            3,PULLMAN,41.70,-87.60
            """);
    Map<String, Integer> counts = new TreeMap<>();
    List<String> lines = new ArrayList<>(List.of("trip_id,start_time,start_community_area_number"));
    Random random = new Random(SEED);
    FIRST
        .datesUntil(LAST.plusDays(1))
        .forEach(
            date -> {
              for (String community : COMMUNITIES) {
                int count = rides(community, date, random);
                counts.put(community + "/" + date, count);
                for (int ride = 0; ride < count; ride++) {
                  lines.add(line(community, date, ride, random));
                }
              }
            });
    return new SmallCity(
        Files.write(folder.resolve("rides.csv"), lines),
        catalogue,
        Files.write(folder.resolve("weather.csv"), weatherLines()),
        counts);
  }

  Path rides() {
    return rides;
  }

  Path catalogue() {
    return catalogue;
  }

  /** Each day's weather, said in the evening before it; of the day behind the last one too. */
  Path weather() {
    return weather;
  }

  /** Highest temperature of a day, degrees Celsius. */
  static float tmax(LocalDate day) {
    return 15 + day.getDayOfMonth() / 2f;
  }

  /** Rides by community and day, zeros included, as daily-demand has to show them. */
  Map<String, Integer> counts() {
    return counts;
  }

  private static List<String> weatherLines() {
    List<String> lines =
        new ArrayList<>(List.of("date,tmax,tmin,precipitation,wind,snow,issued_at"));
    FIRST
        .datesUntil(LAST.plusDays(2))
        .forEach(
            day ->
                lines.add("%s,%s,,0,,,%sT23:00:00Z".formatted(day, tmax(day), day.minusDays(1))));
    return lines;
  }

  /** More on weekends; the third community is small enough for days without a ride. */
  private static int rides(String community, LocalDate date, Random random) {
    double weekend = date.getDayOfWeek().getValue() >= 6 ? 1.6 : 1;
    double mean = weekend * Map.of("1", 40.0, "2", 15.0, "3", 0.7).getOrDefault(community, 0.0);
    return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
  }

  private static String line(String community, LocalDate date, int ride, Random random) {
    return "%s-%s-%d,%sT%02d:%02d:00.000,%s"
        .formatted(
            community, date, ride, date, 6 + random.nextInt(16), random.nextInt(60), community);
  }
}

package io.ridecast.feed.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where a file has the columns of a ride, whatever their order and the style of their names. */
final class RideColumns {
  private static final int SHOWN_COLUMNS = 24;
  private static final int SHOWN_CHARACTERS = 40;

  /** What a ride file needs, in words. */
  static final String NEEDED =
      "trip_id, start_time, and start_community_area_number or start_community_area_name";

  private final List<String> heading;
  private final Map<String, Integer> places = new HashMap<>();

  RideColumns(List<String> heading) {
    this.heading = List.copyOf(heading);
    for (int i = 0; i < heading.size(); i++) {
      places.putIfAbsent(plain(heading.get(i)), i);
    }
  }

  /** Number of columns in the heading. */
  int count() {
    return heading.size();
  }

  /** Place of the column of this snake-case name, or -1 where the file lacks it. */
  int place(String name) {
    return places.getOrDefault(name, -1);
  }

  /** The needed columns that the heading lacks. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (String name : List.of("trip_id", "start_time")) {
      if (place(name) < 0) {
        missing.add(name);
      }
    }
    if (place("start_community_area_number") < 0 && place("start_community_area_name") < 0) {
      missing.add("start_community_area_number or start_community_area_name");
    }
    return missing;
  }

  /** The columns of the heading for a message: on one line, and short even for a binary file. */
  String found() {
    String names =
        String.join(", ", heading.stream().limit(SHOWN_COLUMNS).map(RideColumns::shown).toList());
    int more = heading.size() - SHOWN_COLUMNS;
    return more > 0 ? names + " and " + more + " more" : names;
  }

  private static String shown(String name) {
    String printable = name.strip().replaceAll("[^\\p{Print}]", "?");
    return printable.length() > SHOWN_CHARACTERS
        ? printable.substring(0, SHOWN_CHARACTERS) + "..."
        : printable;
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }
}

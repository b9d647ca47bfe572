package io.ridecast.feed.csv;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import java.util.HashMap;
import java.util.Map;

/**
 * The key of the community that a row names: by number, else by name. A number outside the
 * catalogue stays as it is, so that the rejection says which it was; without one the key is empty.
 */
final class CommunityKeys {
  private static final int LONGEST_NUMBER = 9;
  private static final int MOST_REMEMBERED = 10_000;

  private final Catalogue catalogue;
  private final Map<String, String> known = new HashMap<>();

  CommunityKeys(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  String of(String number, String name) {
    String byNumber = number.isEmpty() ? "" : find(number);
    if (!byNumber.isEmpty()) {
      return byNumber;
    }
    String byName = name.isEmpty() ? "" : find(name);
    if (!byName.isEmpty()) {
      return byName;
    }
    return isNumber(number) ? number : "";
  }

  private String find(String numberOrName) {
    String key = known.get(numberOrName);
    if (key == null) {
      key = catalogue.find(numberOrName).map(Community::key).orElse("");
      if (known.size() < MOST_REMEMBERED) {
        known.put(numberOrName, key);
      }
    }
    return key;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_NUMBER
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}

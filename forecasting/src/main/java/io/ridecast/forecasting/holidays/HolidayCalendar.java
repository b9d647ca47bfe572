package io.ridecast.forecasting.holidays;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The holidays of the United States and the days around them that move demand. Thread-safe. */
public final class HolidayCalendar {
  private static final HolidayCalendar UNITED_STATES =
      new HolidayCalendar(HolidayManager.getInstance(ManagerParameters.create("us")));

  private final HolidayManager manager;
  private final Map<Integer, HolidayCode[]> years = new ConcurrentHashMap<>();

  private HolidayCalendar(HolidayManager manager) {
    this.manager = manager;
  }

  /** The federal holidays of the United States. */
  public static HolidayCalendar unitedStates() {
    return UNITED_STATES;
  }

  /** What kind of day {@code day} is. */
  public HolidayCode code(LocalDate day) {
    return years.computeIfAbsent(day.getYear(), this::year)[day.getDayOfYear()];
  }

  /** As {@link #code(LocalDate)}, for the day with this epoch day. */
  public HolidayCode code(long epochDay) {
    return code(LocalDate.ofEpochDay(epochDay));
  }

  private HolidayCode[] year(int year) {
    Map<LocalDate, HolidayCode> days = new HashMap<>();
    for (Holiday holiday : manager.getHolidays(Year.of(year))) {
      HolidayCode code = named(holiday.getPropertiesKey());
      put(days, holiday.getActualDate(), code);
      holiday
          .getObservedDate()
          .filter(observed -> !observed.equals(holiday.getActualDate()))
          .ifPresent(observed -> put(days, observed, HolidayCode.OBSERVED));
    }
    addNeighbours(year, days);
    HolidayCode[] codes = new HolidayCode[Year.of(year).length() + 1];
    for (int day = 1; day < codes.length; day++) {
      codes[day] = days.getOrDefault(LocalDate.ofYearDay(year, day), HolidayCode.ORDINARY);
    }
    return codes;
  }

  private static void addNeighbours(int year, Map<LocalDate, HolidayCode> days) {
    // A federal holiday that the library keeps with the states, since not all of them observe it.
    LocalDate october = LocalDate.of(year, Month.OCTOBER, 1);
    put(days, october.with(dayOfWeekInMonth(2, DayOfWeek.MONDAY)), HolidayCode.COLUMBUS_DAY);
    put(days, LocalDate.of(year, Month.JULY, 3), HolidayCode.INDEPENDENCE_EVE);
    put(days, LocalDate.of(year, Month.DECEMBER, 24), HolidayCode.CHRISTMAS_EVE);
    for (int day = 26; day <= 30; day++) {
      put(days, LocalDate.of(year, Month.DECEMBER, day), HolidayCode.BETWEEN_THE_YEARS);
    }
    put(days, LocalDate.of(year, Month.DECEMBER, 31), HolidayCode.NEW_YEARS_EVE);
    days.entrySet().stream()
        .filter(entry -> entry.getValue() == HolidayCode.THANKSGIVING)
        .map(Map.Entry::getKey)
        .toList()
        .forEach(
            thanksgiving -> {
              put(days, thanksgiving.minusDays(1), HolidayCode.THANKSGIVING_EVE);
              put(days, thanksgiving.plusDays(1), HolidayCode.DAY_AFTER_THANKSGIVING);
            });
  }

  /** Where two kinds meet, the later one in the list says more about the day. */
  private static void put(Map<LocalDate, HolidayCode> days, LocalDate day, HolidayCode code) {
    days.merge(day, code, (one, other) -> one.compareTo(other) >= 0 ? one : other);
  }

  private static HolidayCode named(String key) {
    try {
      return HolidayCode.valueOf(key);
    } catch (IllegalArgumentException e) {
      return HolidayCode.OTHER;
    }
  }
}

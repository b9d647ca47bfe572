package io.ridecast.trainer.steps;

import io.ridecast.forecasting.search.SearchResult;
import io.ridecast.forecasting.search.Trial;
import io.ridecast.trainer.tracking.TrialNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts a search's trials together, each with all the rungs that it came to. */
final class TrialNotes {
  private TrialNotes() {}

  static List<TrialNote> of(SearchResult result) {
    Map<Integer, List<Trial>> trials =
        result.trials().stream()
            .collect(Collectors.groupingBy(Trial::number, TreeMap::new, Collectors.toList()));
    List<TrialNote> notes = new ArrayList<>();
    trials.values().forEach(rungs -> notes.add(note(rungs, result)));
    return notes;
  }

  private static TrialNote note(List<Trial> rungs, SearchResult result) {
    Trial last = rungs.get(rungs.size() - 1);
    return new TrialNote(
        last.name(),
        last.parameters().named(),
        rungs.stream().collect(Collectors.toMap(Trial::rung, Trial::loss)),
        last.parameters().equals(result.chosen()));
  }
}

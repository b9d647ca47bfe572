package io.ridecast.local.story;

import io.ridecast.records.ModelAnnouncement;
import java.util.Locale;
import java.util.Map;

/** How good a model was on the days that were held out of its training, in words. */
final class ModelQuality {
  private ModelQuality() {}

  static String of(ModelAnnouncement model) {
    Map<String, Double> metrics = model.getMetrics();
    Double wape = metrics.get("holdout.wape");
    Double naive = metrics.get("holdout.naive_wape");
    if (wape == null || naive == null) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        ": on held-out days a community is off by %.1f %%, the same day of last week by %.1f %%",
        100 * wape,
        100 * naive);
  }
}

package io.ridecast.trainer.models;

import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRole;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is champion, as {@code models} says: the announcement with the highest sequence holds. */
public final class Champions {
  /** The one model of this product: demand by community and day. */
  public static final String NAME = "demand";

  private @Nullable ModelAnnouncement champion;
  private long sequence;

  /** Takes in an announcement; the same one again changes nothing. */
  public void apply(ModelAnnouncement announcement) {
    sequence = Math.max(sequence, announcement.getSequence());
    boolean ours =
        announcement.getName().equals(NAME) && announcement.getRole() == ModelRole.CHAMPION;
    if (ours && (champion == null || announcement.getSequence() > champion.getSequence())) {
      champion = announcement;
    }
  }

  /** The champion, if any model was ever announced. */
  public Optional<ModelAnnouncement> champion() {
    return Optional.ofNullable(champion);
  }

  /** The sequence of the next announcement. */
  public long nextSequence() {
    return sequence + 1;
  }

  /** Key of the champion's announcements. */
  public static String key() {
    return NAME + "/" + ModelRole.CHAMPION;
  }
}

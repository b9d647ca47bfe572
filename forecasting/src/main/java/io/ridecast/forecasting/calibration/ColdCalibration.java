package io.ridecast.forecasting.calibration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ridecast.forecasting.series.ColdStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By how much the raw intervals of communities with few known days grow: what neighbours let expect
 * errs by far more than a community's own days, for all leads alike. Learnt from communities whose
 * history was withheld.
 *
 * @param steps in the order of their known days
 */
public record ColdCalibration(List<Step> steps) {
  /** Groups of known days that are calibrated apart: none, one to six, up to the last cold one. */
  public static final int GROUPS = 3;

  private static final List<Integer> UP_TO = List.of(0, 6, ColdStart.SEASONED_DAYS - 1);

  /**
   * The widening of some numbers of known days.
   *
   * @param upTo the most known days that it is for
   * @param widening at any lead
   */
  public record Step(@JsonProperty("up_to") int upTo, Widening widening) {}

  /** Takes a copy. */
  public ColdCalibration {
    steps = List.copyOf(steps);
  }

  /** One whose groups, in their order, have the widenings of the leads of {@code byGroup}. */
  public static ColdCalibration of(ConformalCalibration byGroup) {
    List<Step> steps = new ArrayList<>();
    for (int group = 1; group <= GROUPS; group++) {
      steps.add(new Step(UP_TO.get(group - 1), byGroup.of(group)));
    }
    return new ColdCalibration(steps);
  }

  /** The group of a community with so many known days, from 1 on; more than enough is the last. */
  public static int group(int knownDays) {
    int group = 1;
    while (group < GROUPS && knownDays > UP_TO.get(group - 1)) {
      group++;
    }
    return group;
  }

  /** The widening with so many known days; empty where these are enough. */
  public Optional<Widening> of(int knownDays) {
    return steps.stream().filter(step -> knownDays <= step.upTo()).map(Step::widening).findFirst();
  }
}

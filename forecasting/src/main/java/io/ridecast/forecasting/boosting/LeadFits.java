package io.ridecast.forecasting.boosting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Rows by the span of their lead, and the fits of one output on them: a booster for each span,
 * joined into one. Where a span has too few rows, all are fitted together.
 */
final class LeadFits {
  /** Fewer rows of a span than this learn more from the others than these disturb. */
  private static final int LEAST_ROWS = 3_000;

  private final List<LeadSpan> spans;
  private final List<FeatureMatrix> parts;

  private LeadFits(List<LeadSpan> spans, List<FeatureMatrix> parts) {
    this.spans = spans;
    this.parts = parts;
  }

  static LeadFits of(FeatureMatrix rows) {
    List<FeatureMatrix> parts = LeadSpan.ALL.stream().map(rows::of).toList();
    return parts.stream().allMatch(part -> part.rows() >= LEAST_ROWS)
        ? new LeadFits(LeadSpan.ALL, parts)
        : new LeadFits(List.of(), List.of(rows));
  }

  /** How often a fit of one output reports a step. */
  int steps() {
    return BoosterFit.STEPS * parts.size();
  }

  /** The booster of one output, in XGBoost's JSON format. */
  byte[] document(Output output, BoostingParameters parameters, long seed, Runnable step)
      throws XGBoostError, InterruptedException {
    List<byte[]> documents = new ArrayList<>();
    for (FeatureMatrix part : parts) {
      BoosterFit fit = new BoosterFit(output.objective(), parameters.forRows(part.rows()), seed);
      documents.add(fit.document(part, step));
    }
    try {
      return documents.size() == 1 ? documents.get(0) : JoinedBooster.of(spans, documents);
    } catch (IOException e) {
      throw new XGBoostError("cannot join the boosters of the leads", e);
    }
  }
}

package io.ridecast.trainer.steps;

import io.ridecast.forecasting.measures.PairedBootstrap;
import io.ridecast.forecasting.training.HoldOutReport;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Evidence as a JSON object, without any loss. */
final class EvidenceFile {
  private final Map<String, String> values;

  private EvidenceFile(Map<String, String> values) {
    this.values = values;
  }

  static byte[] write(Evidence evidence) {
    Map<String, String> values = new LinkedHashMap<>();
    HoldOutReport report = evidence.report();
    values.put("from", report.from().toString());
    values.put("to", report.to().toString());
    values.put("forecasts", Long.toString(report.forecasts()));
    values.put("wape", Double.toString(report.wape()));
    values.put("naive_wape", Double.toString(report.naiveWape()));
    values.put("bias", Double.toString(report.bias()));
    values.put("coverage", Double.toString(report.coverage()));
    values.put("constant", Boolean.toString(evidence.constant()));
    values.put("last_day", evidence.lastDay().toString());
    values.put("remark", evidence.remark());
    evidence.challenge().ifPresent(challenge -> put(challenge, values));
    return NamedValues.write(values);
  }

  private static void put(Challenge challenge, Map<String, String> values) {
    values.put("champion", challenge.version());
    values.put("champion_last_day", challenge.lastDay().toString());
    values.put("error_ratio", Double.toString(challenge.error().ratio()));
    values.put("error_ratio_low", Double.toString(challenge.error().low()));
    values.put("error_ratio_high", Double.toString(challenge.error().high()));
    values.put("weeks", Integer.toString(challenge.error().blocks()));
  }

  static Evidence read(byte[] json) throws IOException {
    EvidenceFile file = new EvidenceFile(NamedValues.read(json));
    try {
      return file.evidence();
    } catch (DateTimeException | NumberFormatException e) {
      throw new IOException("no evidence: " + e.getMessage(), e);
    }
  }

  private Evidence evidence() throws IOException {
    HoldOutReport report =
        new HoldOutReport(
            day("from"),
            day("to"),
            Long.parseLong(text("forecasts")),
            number("wape"),
            number("naive_wape"),
            number("bias"),
            number("coverage"));
    return new Evidence(
        report,
        Boolean.parseBoolean(text("constant")),
        day("last_day"),
        values.containsKey("champion") ? Optional.of(challenge()) : Optional.empty(),
        text("remark"));
  }

  private Challenge challenge() throws IOException {
    return new Challenge(
        text("champion"),
        day("champion_last_day"),
        new PairedBootstrap.Ratio(
            number("error_ratio"),
            number("error_ratio_low"),
            number("error_ratio_high"),
            Integer.parseInt(text("weeks"))));
  }

  private String text(String name) throws IOException {
    return NamedValues.value(values, name);
  }

  private double number(String name) throws IOException {
    return Double.parseDouble(text(name));
  }

  private LocalDate day(String name) throws IOException {
    return LocalDate.parse(text(name));
  }
}

package io.ridecast.local.python;

import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets tests run where Python is. Elsewhere they are skipped before anything is started for them;
 * under CI they fail, because a check that nobody sees missing checks nothing.
 */
public final class RequiresPython implements ExecutionCondition {
  private static final String MISSING =
      "Python 3 with its venv module is missing; on Debian: apt-get install python3 python3-venv";

  private final Map<String, String> variables;

  public RequiresPython() {
    this(System.getenv());
  }

  RequiresPython(Map<String, String> variables) {
    this.variables = variables;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    ConditionEvaluationResult verdict = verdict();
    if (verdict.isDisabled()) {
      // Surefire counts skipped tests and keeps the reason to itself.
      System.out.println(context.getDisplayName() + ": " + verdict.getReason().orElse(""));
    }
    return verdict;
  }

  ConditionEvaluationResult verdict() {
    if (Python3.on(variables).isPresent()) {
      return ConditionEvaluationResult.enabled("Python 3 is there");
    }
    if (Boolean.parseBoolean(variables.get("CI"))) {
      throw new AssertionError("CI=true wants the tests that need Python: " + MISSING);
    }
    return ConditionEvaluationResult.disabled("Skipped: " + MISSING);
  }
}

package io.ridecast.runtime.mlflow;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** MLflow did not do what it was asked to do; the message says why, in a line. */
public final class MlflowFailure extends IOException {
  private static final long serialVersionUID = 1L;

  /** It is there already. */
  public static final String EXISTS = "RESOURCE_ALREADY_EXISTS";

  /** It is not there. */
  public static final String MISSING = "RESOURCE_DOES_NOT_EXIST";

  /** It cannot be what was sent. */
  public static final String INVALID = "INVALID_PARAMETER_VALUE";

  private final String code;
  private final boolean uncertain;

  private MlflowFailure(String message, String code, boolean uncertain, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.uncertain = uncertain;
  }

  /** There was no whole answer: what was asked for may have been done, or not. */
  static MlflowFailure unanswered(String message, Throwable cause) {
    return new MlflowFailure(message, "", true, cause);
  }

  /** It was not even asked. */
  static MlflowFailure unreached(String message, Throwable cause) {
    return new MlflowFailure(message, "", false, cause);
  }

  /**
   * It answered, and not well.
   *
   * @param code MLflow's own name of what is wrong; may be empty
   */
  static MlflowFailure answered(String message, int status, String code) {
    return new MlflowFailure(message, code, status >= 500, null);
  }

  /** Whether MLflow gave this as the reason. */
  public boolean is(String reason) {
    return code.equals(reason);
  }

  /** Whether it may have been done nevertheless. */
  public boolean uncertain() {
    return uncertain;
  }
}

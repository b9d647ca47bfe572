package io.ridecast.runtime.artifacts.s3;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Says in a line why S3 did not do what it was asked to do, and where to look. */
final class S3Cause {
  private static final int FORBIDDEN = 403;
  private static final int MISSING = 404;

  private S3Cause() {}

  static String of(RuntimeException failure, String place) {
    if (failure instanceof S3Exception answer) {
      return answered(answer, place);
    }
    Throwable cause = root(failure);
    if (failure instanceof ApiCallTimeoutException
        || failure instanceof ApiCallAttemptTimeoutException
        || cause instanceof SocketTimeoutException) {
      return place + " does not answer in time";
    }
    if (cause instanceof ConnectException) {
      return place + " cannot be reached: " + cause.getMessage();
    }
    return place + ": " + cause.getMessage();
  }

  private static String answered(S3Exception answer, String place) {
    return switch (answer.statusCode()) {
      case FORBIDDEN ->
          place + " refuses (403 " + code(answer) + "): look at the keys and the bucket's policy";
      case MISSING -> place + " has no such object or bucket (404 " + code(answer) + ")";
      default -> place + " answers " + answer.statusCode() + " " + code(answer);
    };
  }

  private static String code(S3Exception answer) {
    return answer.awsErrorDetails() == null ? "" : answer.awsErrorDetails().errorCode();
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}

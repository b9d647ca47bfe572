package io.ridecast.schemas.registry;

import org.jspecify.annotations.Nullable;

/**
 * The registry refused or did not answer. Nothing is wrong with the record at hand; where another
 * try may help, one of the causes is a {@link org.apache.kafka.common.errors.RetriableException}.
 */
public class SchemaRegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SchemaRegistryException(String message) {
    super(message);
  }

  public SchemaRegistryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

package io.ridecast.schemas.registry;

/** The registry answered, and it has no Avro schema with this id. */
public final class UnknownSchemaId extends SchemaRegistryException {
  private static final long serialVersionUID = 1L;

  public UnknownSchemaId(int id, String detail) {
    super("no Avro schema with id " + id + ": " + detail);
  }
}

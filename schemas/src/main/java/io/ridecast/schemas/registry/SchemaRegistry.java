package io.ridecast.schemas.registry;

import org.apache.avro.Schema;

/** Where writers leave their schemas and readers find them. Safe for use by many threads. */
public interface SchemaRegistry {

  /**
   * Registers the schema under a subject, once: the same schema has the same id for ever.
   *
   * @throws SchemaRegistryException if the registry refuses the schema or does not answer
   */
  int register(String subject, Schema schema);

  /**
   * The schema with this id.
   *
   * @throws UnknownSchemaId if the registry says that there is none
   * @throws SchemaRegistryException if the registry does not answer
   */
  Schema byId(int id);
}

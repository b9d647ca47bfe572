package io.ridecast.schemas.compatibility;

import java.util.Objects;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * Whether old readers read new records and new readers old ones. Avro's own check goes by the
 * bytes; logical types and enum defaults, which change their meaning, are compared here.
 */
final class FullCompatibility {
  private FullCompatibility() {}

  static void check(Schema now, Schema released) {
    reads(now, released, "today's reader cannot read released records");
    reads(released, now, "a released reader cannot read today's records");
    sameMeaning(now, released, released.getName());
  }

  private static void reads(Schema reader, Schema writer, String otherwise) {
    var verdict = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    if (verdict.getType() != SchemaCompatibilityType.COMPATIBLE) {
      throw new IllegalStateException(
          otherwise + ": " + verdict.getResult().getIncompatibilities());
    }
  }

  private static void sameMeaning(Schema now, Schema released, String where) {
    if (!Objects.equals(logicalName(now), logicalName(released))) {
      throw new IllegalStateException(where + " has another logical type than released");
    }
    if (now.getType() != released.getType()) {
      return; // a union around it; the readers have agreed
    }
    switch (released.getType()) {
      case RECORD -> sameFields(now, released, where);
      case ARRAY -> sameMeaning(now.getElementType(), released.getElementType(), where + "[]");
      case MAP -> sameMeaning(now.getValueType(), released.getValueType(), where + "{}");
      case ENUM -> {
        if (!Objects.equals(now.getEnumDefault(), released.getEnumDefault())) {
          throw new IllegalStateException(where + " has another default symbol than released");
        }
      }
      case UNION -> {
        for (int i = 0; i < Math.min(now.getTypes().size(), released.getTypes().size()); i++) {
          sameMeaning(now.getTypes().get(i), released.getTypes().get(i), where);
        }
      }
      default -> {}
    }
  }

  private static void sameFields(Schema now, Schema released, String where) {
    for (Schema.Field field : released.getFields()) {
      Schema.Field kept = now.getField(field.name());
      if (kept != null) {
        sameMeaning(kept.schema(), field.schema(), where + "." + field.name());
      }
    }
  }

  private static String logicalName(Schema schema) {
    LogicalType type = schema.getLogicalType();
    return type == null ? "" : type.getName();
  }
}

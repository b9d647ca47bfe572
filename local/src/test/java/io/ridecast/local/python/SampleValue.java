package io.ridecast.local.python;

import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** A value of any schema, with every optional field filled in. */
final class SampleValue {
  private static final int DAY = 18_486; // 2020-08-12
  private static final long NOON = 1_597_251_600_000L;

  private SampleValue() {}

  static Object of(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ENUM -> new GenericData.EnumSymbol(schema, schema.getEnumSymbols().get(0));
      case ARRAY -> List.of(of(schema.getElementType()));
      case MAP -> Map.of("2020-08-12", of(schema.getValueType()));
      case UNION ->
          of(
              schema.getTypes().stream()
                  .filter(type -> type.getType() != Schema.Type.NULL)
                  .findFirst()
                  .orElseThrow());
      case STRING -> "text";
      case INT -> schema.getLogicalType() instanceof LogicalTypes.Date ? DAY : 7;
      case LONG -> schema.getLogicalType() == null ? 8L : NOON;
      case FLOAT -> 1.5f;
      case DOUBLE -> 2.5;
      case BOOLEAN -> true;
      default -> throw new IllegalArgumentException("No sample of " + schema);
    };
  }

  private static GenericData.Record record(Schema schema) {
    GenericData.Record record = new GenericData.Record(schema);
    schema.getFields().forEach(field -> record.put(field.name(), of(field.schema())));
    return record;
  }
}

package io.ridecast.schemas.serdes;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** Records of any type with random but reproducible content, made from their schema. */
final class SampleRecords {
  private final Random random;

  SampleRecords(long seed) {
    TrustedRecords.ensure();
    this.random = new Random(seed);
  }

  <V extends SpecificRecord> V of(Class<V> type) throws Exception {
    SpecificData model = SpecificData.getForClass(type);
    Schema schema = model.getSchema(type);
    var bytes = new java.io.ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<Object>(schema).write(value(schema), encoder);
    encoder.flush();
    return new SpecificDatumReader<V>(schema, schema, model)
        .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
  }

  private Object value(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case UNION -> value(schema.getTypes().get(random.nextInt(schema.getTypes().size())));
      case ARRAY -> items(schema.getElementType());
      case MAP -> entries(schema.getValueType());
      case ENUM -> new GenericData.EnumSymbol(schema, symbol(schema));
      case STRING -> "text \u00e4\u20ac " + random.nextInt(1000);
      case BYTES -> ByteBuffer.wrap(new byte[] {1, 2, 3});
      case INT -> random.nextInt(40_000);
      case LONG -> random.nextLong(4_000_000_000_000L);
      case FLOAT -> random.nextFloat();
      case DOUBLE -> random.nextDouble();
      case BOOLEAN -> random.nextBoolean();
      case NULL -> null;
      case FIXED -> throw new IllegalArgumentException("no sample of " + schema);
    };
  }

  private Object record(Schema schema) {
    GenericData.Record record = new GenericData.Record(schema);
    schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema())));
    return record;
  }

  private List<Object> items(Schema schema) {
    List<Object> items = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      items.add(value(schema));
    }
    return items;
  }

  private Map<String, Object> entries(Schema schema) {
    Map<String, Object> entries = new HashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      entries.put("key " + i, value(schema));
    }
    return entries;
  }

  private String symbol(Schema schema) {
    List<String> symbols = schema.getEnumSymbols();
    return symbols.get(random.nextInt(symbols.size()));
  }
}

package io.ridecast.forecasting.boosting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.BitSet;

/**
 * The columns of a matrix that a tree can split by. A column that is the same in all rows (such as
 * weather where nobody gives any) can not, but would take the place of others where each tree gets
 * a sample of the columns. So trees are grown on the varying columns alone, and their indices are
 * put right afterwards. The same goes for columns that are left out on purpose.
 */
final class VaryingColumns {
  private static final JsonFactory JSON = new JsonFactory();

  private final int all;
  private final int[] varying;

  private VaryingColumns(int all, int[] varying) {
    this.all = all;
    this.varying = varying;
  }

  /**
   * The columns in which not every row has the same value, without those left out; the first if
   * there is none.
   */
  static VaryingColumns of(float[] values, int rows, int columns, BitSet leftOut) {
    int[] varying = new int[columns];
    int count = 0;
    for (int column = 0; column < columns; column++) {
      if (!leftOut.get(column) && varies(values, rows, columns, column)) {
        varying[count++] = column;
      }
    }
    return new VaryingColumns(columns, java.util.Arrays.copyOf(varying, Math.max(1, count)));
  }

  int count() {
    return varying.length;
  }

  /** The rows with these columns only. */
  float[] of(float[] values, int rows) {
    float[] chosen = new float[Math.multiplyExact(rows, varying.length)];
    int at = 0;
    for (int row = 0; row < rows; row++) {
      for (int column : varying) {
        chosen[at++] = values[row * all + column];
      }
    }
    return chosen;
  }

  /** A booster of these columns, in XGBoost's JSON format, as one of all columns. */
  byte[] widened(byte[] document) throws IOException {
    if (varying.length == all) {
      return document;
    }
    ByteArrayOutputStream wide = new ByteArrayOutputStream(document.length + 1024);
    try (JsonParser in = JSON.createParser(document);
        JsonGenerator out = JSON.createGenerator(wide)) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        copy(token, in, out);
      }
    }
    return wide.toByteArray();
  }

  private void copy(JsonToken token, JsonParser in, JsonGenerator out) throws IOException {
    if (token == JsonToken.FIELD_NAME && in.currentName().equals("split_indices")) {
      out.writeFieldName(in.currentName());
      copyIndices(in, out);
    } else if (token == JsonToken.VALUE_STRING && "num_feature".equals(in.currentName())) {
      out.writeString(Integer.toString(all));
    } else if (token.isNumeric()) {
      // Its own text, so that not a bit is lost.
      out.writeNumber(in.getText());
    } else {
      out.copyCurrentEvent(in);
    }
  }

  private void copyIndices(JsonParser in, JsonGenerator out) throws IOException {
    in.nextToken();
    out.writeStartArray();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      out.writeNumber(varying[in.getIntValue()]);
    }
    out.writeEndArray();
  }

  private static boolean varies(float[] values, int rows, int columns, int column) {
    for (int row = 1; row < rows; row++) {
      if (Float.compare(values[row * columns + column], values[column]) != 0) {
        return true;
      }
    }
    return false;
  }
}

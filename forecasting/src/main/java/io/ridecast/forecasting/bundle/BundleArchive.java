package io.ridecast.forecasting.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The zip around a bundle's entries: the same entries give the same bytes. */
final class BundleArchive {
  /** No real bundle comes near these; a file that does would only fill the memory. */
  private static final int MOST_BYTES = 64 << 20;

  private static final int MOST_ENTRIES = 16;
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private BundleArchive() {}

  static byte[] pack(Map<String, byte[]> entries) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setTimeLocal(NO_TIME);
        zip.putNextEntry(header);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static Map<String, byte[]> unpack(byte[] content) throws InvalidBundle {
    if (content.length > MOST_BYTES) {
      throw malformed("is larger than " + (MOST_BYTES >> 20) + " MiB");
    }
    Map<String, byte[]> entries = new LinkedHashMap<>();
    int left = 4 * MOST_BYTES;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry header = zip.getNextEntry(); header != null; header = zip.getNextEntry()) {
        byte[] entry = zip.readNBytes(left + 1);
        left -= entry.length;
        if (left < 0 || entries.size() == MOST_ENTRIES) {
          throw malformed("unpacks to more than any bundle holds");
        }
        if (entries.put(header.getName(), entry) != null) {
          throw malformed("holds " + header.getName() + " twice");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidBundle(
          InvalidBundle.Reason.MALFORMED, "the bundle is damaged: " + e.getMessage(), e);
    }
    return entries;
  }

  private static InvalidBundle malformed(String what) {
    return new InvalidBundle(InvalidBundle.Reason.MALFORMED, "the bundle " + what);
  }
}

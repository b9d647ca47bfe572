package io.ridecast.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Which city a demo's directory holds. Counts of one city must not be mixed with those of another.
 *
 * @param rides what the rides are, and a digest of them
 * @param catalogue what the communities are, and a digest of them
 */
public record DemoIdentity(String rides, String catalogue) {
  static final String UNFINISHED = "city.new";

  private static final String FILE = "city";
  private static final int CHUNK = 1 << 16;

  /** The identity of a ride file, or of a simulated city, and of a catalogue's digest. */
  public static DemoIdentity of(DemoConfig config, String catalogueDigest) throws IOException {
    String rides =
        config.rides().isPresent()
            ? "file " + digest(config.rides().get())
            : "simulated %d days of %d rides".formatted(config.historyDays(), config.ridesPerDay());
    return new DemoIdentity(rides, catalogueDigest);
  }

  static Optional<DemoIdentity> read(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() != 2) {
      throw new DirectoryRefused(file + " is not a demo's: give another directory as DATA");
    }
    return Optional.of(new DemoIdentity(lines.get(0), lines.get(1)));
  }

  void write(Path directory) throws IOException {
    Path unfinished = directory.resolve(UNFINISHED);
    Files.writeString(unfinished, rides + "\n" + catalogue + "\n");
    Files.move(unfinished, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  void requireSame(DemoIdentity earlier, Path directory) {
    if (!rides.equals(earlier.rides)) {
      throw refused(directory, "rides", "RIDES");
    }
    if (!catalogue.equals(earlier.catalogue)) {
      throw refused(directory, "communities", "CATALOG");
    }
  }

  private static DirectoryRefused refused(Path directory, String what, String setting) {
    return new DirectoryRefused(
        "DATA=%s was begun with other %s: give it the same %s as then, or another directory"
            .formatted(directory, what, setting));
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

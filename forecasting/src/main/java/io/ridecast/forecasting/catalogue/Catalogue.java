package io.ridecast.forecasting.catalogue;

import io.ridecast.forecasting.csv.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The communities that are counted and forecast, and the local days they share. */
public final class Catalogue {
  private static final String CHICAGO = "chicago-community-areas.csv";

  private final List<Community> communities;
  private final ServiceDay serviceDay;
  private final Map<String, Community> byKey = new HashMap<>();
  private final Map<String, Optional<Community>> byName = new HashMap<>();

  Catalogue(List<Community> communities, ServiceDay serviceDay) {
    this.communities =
        communities.stream().sorted(Comparator.comparingInt(Community::number)).toList();
    this.serviceDay = serviceDay;
    for (Community community : this.communities) {
      byKey.put(community.key(), community);
      // A name that two communities share stands for neither: a guess would miscount.
      byName.merge(
          folded(community.name()), Optional.of(community), (one, other) -> Optional.empty());
    }
  }

  /** Chicago's 77 community areas. */
  public static Catalogue chicago() {
    try (InputStream in =
        Objects.requireNonNull(Catalogue.class.getResourceAsStream(CHICAGO), CHICAGO)) {
      return CatalogueFile.parse(CHICAGO, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads {@code number,name,latitude,longitude[,area_km2][,time_zone][,starts]}; further columns
   * are ignored, the zone is America/Chicago unless {@code time_zone} gives another.
   *
   * @throws InvalidCatalogue naming the line, when the file is missing or unusable
   */
  public static Catalogue load(Path file) {
    try {
      return CatalogueFile.parse(
          file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new InvalidCatalogue(FileTrouble.of(file, e), e);
    }
  }

  /** All communities, by number. */
  public List<Community> communities() {
    return communities;
  }

  /** The community of this key (its number as text). */
  public Optional<Community> byKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The community of this number or name, whatever the case and the spaces around it. */
  public Optional<Community> find(String numberOrName) {
    String wanted = numberOrName.strip();
    Community exact = byKey.get(wanted);
    if (exact != null) {
      return Optional.of(exact);
    }
    Optional<Community> named = byName.get(folded(wanted));
    return named == null ? byNumber(wanted) : named;
  }

  /** The names most like {@code name} by edit distance, nearest first, at most {@code count}. */
  public List<String> nearestNames(String name, int count) {
    String wanted = folded(name);
    return communities.stream()
        .sorted(
            Comparator.comparingInt(
                community -> EditDistance.between(wanted, folded(community.name()))))
        .limit(count)
        .map(Community::name)
        .toList();
  }

  /** The local days of this catalogue's zone. */
  public ServiceDay serviceDay() {
    return serviceDay;
  }

  /** SHA-256 over all that the catalogue says, hexadecimal: equal catalogues have equal digests. */
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(serviceDay.zone().getId().getBytes(StandardCharsets.UTF_8));
      communities.forEach(
          community -> digest.update(community.toString().getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private Optional<Community> byNumber(String text) {
    try {
      return byKey(Integer.toString((int) Double.parseDouble(text)))
          .filter(community -> community.number() == Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String folded(String name) {
    return name.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
  }
}

package io.ridecast.trainer.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.runtime.artifacts.ArtifactStore;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models that passed the gate, in the artifact store: {@code demand/<version>/bundle} and, once
 * that is whole, its card {@code demand/<version>/model.json}. Versions count from 1 and a version
 * never changes; a model without a card was never registered. Not thread-safe.
 */
public final class ModelShelf implements ModelRegistry {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final Logger LOG = LoggerFactory.getLogger(ModelShelf.class);
  private static final String CARD = "model.json";

  // A run that ended between bundle and card leaves a version without card behind.
  private static final int LONGEST_GAP = 5;

  private final ArtifactStore store;
  private final String root;
  private final NavigableMap<Integer, RegisteredModel> cards = new TreeMap<>();

  /**
   * A shelf in a store.
   *
   * @param root the store's own address
   */
  public ModelShelf(ArtifactStore store, URI root) {
    this.store = store;
    this.root = root.toString().replaceFirst("/*$", "/");
  }

  @Override
  public RegisteredModel register(
      String runId, ModelBundle bundle, Map<String, Double> metrics, int atLeast)
      throws ArtifactUnavailable {
    Optional<RegisteredModel> earlier = ofRun(runId);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    int version = Math.max(atLeast, cards.isEmpty() ? 1 : cards.lastKey() + 1);
    URI artifact = null;
    while (artifact == null) {
      try {
        artifact = store.put(path(version, "bundle"), bundle.bytes());
      } catch (IllegalArgumentException taken) {
        LOG.info("version {} holds another model already: {}", version, taken.getMessage());
        version++;
      }
    }
    RegisteredModel model =
        new RegisteredModel(
            version, runId, artifact, bundle.sha256(), bundle.featureFingerprint(), metrics);
    store.put(path(version, CARD), json(model));
    cards.put(version, model);
    return model;
  }

  @Override
  public Optional<RegisteredModel> ofRun(String runId) throws ArtifactUnavailable {
    return all().stream().filter(model -> model.runId().equals(runId)).findFirst();
  }

  @Override
  public Optional<RegisteredModel> find(String version) throws ArtifactUnavailable {
    return all().stream()
        .filter(model -> Integer.toString(model.version()).equals(version))
        .findFirst();
  }

  @Override
  public Optional<RegisteredModel> newest() throws ArtifactUnavailable {
    return all().stream().findFirst();
  }

  @Override
  public Optional<RegisteredModel> before(String version) throws ArtifactUnavailable {
    int champion = Integer.parseInt(version);
    return all().stream().filter(model -> model.version() < champion).findFirst();
  }

  @Override
  public ModelBundle read(RegisteredModel model) throws ArtifactUnavailable, InvalidBundle {
    return ModelBundle.read(store.get(model.artifact()), model.sha256());
  }

  /** A shelf shows nothing: {@code models} says who the champion is. */
  @Override
  public void show(ModelAnnouncement champion) {}

  /** All models, newest first. The store cannot list, so versions are asked for one by one. */
  private List<RegisteredModel> all() throws ArtifactUnavailable {
    int missing = 0;
    for (int version = 1; missing < LONGEST_GAP; version++) {
      missing = card(version).isPresent() ? 0 : missing + 1;
    }
    return List.copyOf(cards.descendingMap().values());
  }

  private Optional<RegisteredModel> card(int version) throws ArtifactUnavailable {
    RegisteredModel known = cards.get(version);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<RegisteredModel> read = read(URI.create(root + path(version, CARD)));
    read.ifPresent(model -> cards.put(version, model));
    return read;
  }

  /** A card; empty if there is none or it is none, and not only because the store is away. */
  private Optional<RegisteredModel> read(URI card) throws ArtifactUnavailable {
    try {
      return Optional.of(JSON.readValue(store.get(card), RegisteredModel.class));
    } catch (ArtifactUnavailable e) {
      if (e.missing()) {
        return Optional.empty();
      }
      throw e;
    } catch (IOException e) {
      LOG.warn("{} is no model's card: {}", card, e.getMessage());
      return Optional.empty();
    }
  }

  private static String path(int version, String file) {
    return Champions.NAME + "/" + version + "/" + file;
  }

  private static byte[] json(RegisteredModel model) {
    try {
      return JSON.writeValueAsBytes(model);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a model's card cannot be written as JSON", e);
    }
  }
}

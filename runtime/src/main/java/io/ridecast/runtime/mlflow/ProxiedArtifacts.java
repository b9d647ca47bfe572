package io.ridecast.runtime.mlflow;

import io.ridecast.runtime.artifacts.ArtifactReader;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import java.net.URI;

/** Artifacts that a server keeps on behalf of its clients, {@code mlflow-artifacts:/...}. */
public final class ProxiedArtifacts implements ArtifactReader {
  /** How their addresses begin. */
  public static final String SCHEME = "mlflow-artifacts";

  private final MlflowServer server;

  public ProxiedArtifacts(MlflowServer server) {
    this.server = server;
  }

  /** Writes an artifact; one that was there is replaced. */
  public void put(URI address, byte[] content) throws ArtifactUnavailable {
    try {
      server.upload(path(address), content);
    } catch (MlflowFailure e) {
      throw new ArtifactUnavailable(address + " cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public byte[] get(URI address) throws ArtifactUnavailable {
    try {
      return server.download(path(address));
    } catch (MlflowFailure e) {
      throw new ArtifactUnavailable(address + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static String path(URI address) throws ArtifactUnavailable {
    String path = address.getRawPath();
    if (!SCHEME.equals(address.getScheme()) || path == null || path.length() < 2) {
      throw new ArtifactUnavailable(address + " is no " + SCHEME + ":/path");
    }
    return path.substring(1);
  }
}

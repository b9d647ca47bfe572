package io.ridecast.runtime.artifacts.s3;

import io.ridecast.runtime.artifacts.ArtifactStore;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import java.net.URI;
import java.util.Arrays;

/** Artifacts as objects below one prefix of a bucket. */
public final class S3ArtifactStore implements ArtifactStore {
  private final S3Objects objects;
  private final String root;

  /**
   * A store.
   *
   * @param root {@code s3://bucket} or {@code s3://bucket/prefix}
   */
  public S3ArtifactStore(S3Objects objects, URI root) {
    this.objects = objects;
    this.root = root.toString().replaceFirst("/*$", "/");
  }

  @Override
  public URI put(String path, byte[] content) throws ArtifactUnavailable {
    URI address = URI.create(root + path).normalize();
    requireInside(address);
    // An earlier attempt of ours may have written it although its answer was lost.
    if (!objects.create(address, content) && !Arrays.equals(objects.get(address), content)) {
      throw new IllegalArgumentException(address + " already holds other content");
    }
    return address;
  }

  @Override
  public byte[] get(URI address) throws ArtifactUnavailable {
    try {
      requireInside(address.normalize());
    } catch (IllegalArgumentException e) {
      throw new ArtifactUnavailable(e.getMessage() + "", e);
    }
    return objects.get(address);
  }

  private void requireInside(URI address) {
    if (!address.toString().startsWith(root) || address.toString().equals(root)) {
      throw new IllegalArgumentException(address + " is not inside the artifact store " + root);
    }
  }
}

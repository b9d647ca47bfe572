package io.ridecast.runtime.artifacts.s3;

import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import java.net.URI;

/** A bucket and a key in it, as {@code s3://bucket/key} says. */
record S3Address(String bucket, String key) {

  static S3Address of(URI address) throws ArtifactUnavailable {
    String bucket = address.getAuthority();
    String path = address.getPath();
    if (!"s3".equals(address.getScheme()) || bucket == null || path == null || path.length() < 2) {
      throw new ArtifactUnavailable(address + " is no s3://bucket/key");
    }
    return new S3Address(bucket, path.substring(1));
  }

  @Override
  public String toString() {
    return "s3://" + bucket + "/" + key;
  }
}

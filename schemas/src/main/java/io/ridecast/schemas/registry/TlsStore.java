package io.ridecast.schemas.registry;

import java.nio.file.Path;

/**
 * A file of keys or certificates; the password is never printed.
 *
 * @param location the file
 * @param password its password, empty if none
 * @param type {@code PKCS12} or {@code JKS}
 */
public record TlsStore(Path location, String password, String type) {
  @Override
  public String toString() {
    return "TlsStore[location=" + location + ", password=***, type=" + type + "]";
  }
}

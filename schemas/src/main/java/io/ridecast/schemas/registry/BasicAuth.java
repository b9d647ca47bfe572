package io.ridecast.schemas.registry;

/** User and password of a registry; the password is never printed. */
public record BasicAuth(String user, String password) {
  @Override
  public String toString() {
    return "BasicAuth[user=" + user + ", password=***]";
  }
}

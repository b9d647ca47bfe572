package io.ridecast.local.demo;

/** The directory that was given cannot be used as it is. */
public final class DirectoryRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DirectoryRefused(String message) {
    super(message);
  }
}

package io.ridecast.schemas.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Builds a TLS context from files; what is not given is the JDK's own. */
final class TlsContext {
  private TlsContext() {}

  static SSLContext of(Optional<TlsStore> trust, Optional<TlsStore> keys) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          keys.isPresent() ? keyManagers(keys.get()) : null,
          trust.isPresent() ? trustManagers(trust.get()) : null,
          null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the registry's trust or key store cannot be used: " + e.getMessage(), e);
    }
  }

  private static KeyManager @Nullable [] keyManagers(TlsStore store)
      throws GeneralSecurityException {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(open(store), store.password().toCharArray());
    return factory.getKeyManagers();
  }

  private static TrustManager @Nullable [] trustManagers(TlsStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(open(store));
    return factory.getTrustManagers();
  }

  private static KeyStore open(TlsStore store) throws GeneralSecurityException {
    KeyStore keyStore = KeyStore.getInstance(store.type());
    try (InputStream file = Files.newInputStream(store.location())) {
      keyStore.load(file, store.password().toCharArray());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          store.location() + " cannot be read as " + store.type() + ": " + e.getMessage(), e);
    }
    return keyStore;
  }
}

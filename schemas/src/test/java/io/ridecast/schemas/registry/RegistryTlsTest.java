package io.ridecast.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTlsTest {
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration HASTY = Duration.ofSeconds(2);
  private static final String PASSWORD = "changeit";

  @TempDir private Path directory;
  private TlsStore own;

  @BeforeEach
  void makeACertificate() throws Exception {
    Path file = directory.resolve("own.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    own = new TlsStore(file, PASSWORD, "PKCS12");
  }

  @Test
  void shouldTalkToARegistryWhoseCertificateItTrustsAndShowItsOwn() throws Exception {
    try (RegistryServer server = server()) {
      assertThat(registry(server, Optional.of(own), Optional.of(own), PATIENT).byId(3))
          .isEqualTo(Schema.create(Schema.Type.INT));
    }
  }

  @Test
  void shouldNotTalkToARegistryThatItDoesNotTrust() throws Exception {
    try (RegistryServer server = server()) {
      assertThatExceptionOfType(SchemaRegistryException.class)
          .isThrownBy(() -> registry(server, Optional.empty(), Optional.of(own), HASTY).byId(3))
          .withMessageContaining("certif");
    }
  }

  @Test
  void shouldBeRefusedWithoutACertificateOfItsOwn() throws Exception {
    try (RegistryServer server = server()) {
      assertThatExceptionOfType(SchemaRegistryException.class)
          .isThrownBy(() -> registry(server, Optional.of(own), Optional.empty(), HASTY).byId(3));
    }
  }

  @Test
  void shouldNameAStoreThatCannotBeOpened() throws Exception {
    Path garbage = Files.write(directory.resolve("garbage"), new byte[] {1, 2, 3});
    RegistryConfig config =
        config(
            URI.create("https://localhost"),
            Optional.of(new TlsStore(garbage, "", "PKCS12")),
            Optional.empty(),
            HASTY);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConfluentRegistry(config))
        .withMessageContaining(garbage.toString());
  }

  private RegistryServer server() throws IOException {
    SSLContext context = TlsContext.of(Optional.of(own), Optional.of(own));
    HttpsServer https =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters needed = context.getDefaultSSLParameters();
            needed.setNeedClientAuth(true);
            parameters.setSSLParameters(needed);
          }
        });
    return new RegistryServer(https)
        .answer("GET /schemas/ids/3", 200, "{\"schema\":\"\\\"int\\\"\"}");
  }

  private static ConfluentRegistry registry(
      RegistryServer server, Optional<TlsStore> trust, Optional<TlsStore> keys, Duration deadline) {
    return new ConfluentRegistry(
        config(URI.create("https://localhost:" + server.port()), trust, keys, deadline));
  }

  private static RegistryConfig config(
      URI url, Optional<TlsStore> trust, Optional<TlsStore> keys, Duration deadline) {
    return new RegistryConfig(url, Optional.empty(), trust, keys, deadline, deadline);
  }
}

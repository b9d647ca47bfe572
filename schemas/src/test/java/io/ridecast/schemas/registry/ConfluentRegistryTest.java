package io.ridecast.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.errors.RetriableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfluentRegistryTest {
  private static final String REGISTER = "POST /subjects/rides-value/versions";
  private static final String CONFIG = "/config/rides-value";
  private static final String CHECK =
      "POST /compatibility/subjects/rides-value/versions/latest?verbose=true";
  private static final String FULL = "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}";
  private static final Schema SCHEMA =
      SchemaBuilder.record("Ride").fields().requiredString("ride_id").endRecord();
  private static final String STORED =
      "{\"schema\":\"" + SCHEMA.toString().replace("\"", "\\\"") + "\"}";

  private RegistryServer server;

  @BeforeEach
  void start() throws Exception {
    server = new RegistryServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldRegisterOnceAndRememberTheId() {
    server.answer(REGISTER, 200, "{\"id\":7}").answer("GET " + CONFIG, 200, FULL);
    ConfluentRegistry registry = registry();

    assertThat(registry.register("rides-value", SCHEMA)).isEqualTo(7);
    assertThat(registry.register("rides-value", SCHEMA)).isEqualTo(7);
    assertThat(registry.byId(7)).isEqualTo(SCHEMA);

    assertThat(server.requests()).containsExactly(REGISTER, "GET " + CONFIG);
    assertThat(server.request(REGISTER).body())
        .startsWith("{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Ride\\\"");
  }

  @Test
  void shouldSetTheCompatibilityOfANewSubject() {
    server
        .answer(REGISTER, 200, "{\"id\":7}")
        .answer("GET " + CONFIG, 404, "{\"error_code\":40408,\"message\":\"none\"}")
        .answer("PUT " + CONFIG, 200, "{}");

    registry().register("rides-value", SCHEMA);

    assertThat(server.request("PUT " + CONFIG).body())
        .isEqualTo("{\"compatibility\":\"FULL_TRANSITIVE\"}");
  }

  @Test
  void shouldSetTheCompatibilityWhereARegistrySaysNone() {
    server
        .answer(REGISTER, 200, "{\"id\":7}")
        .answer("GET " + CONFIG, 200, "{\"compatibilityLevel\":\"NONE\"}")
        .answer("PUT " + CONFIG, 200, "{}");

    registry().register("rides-value", SCHEMA);

    assertThat(server.requests()).contains("PUT " + CONFIG);
  }

  @Test
  void shouldLeaveACompatibilityThatSomebodyChose() {
    server
        .answer(REGISTER, 200, "{\"id\":7}")
        .answer("GET " + CONFIG, 200, "{\"compatibilityLevel\":\"BACKWARD\"}");

    registry().register("rides-value", SCHEMA);

    assertThat(server.requests()).doesNotContain("PUT " + CONFIG);
  }

  @Test
  void shouldNotRememberARegistrationThatFailedHalfway() {
    server
        .answer(REGISTER, 200, "{\"id\":7}")
        .answer("GET " + CONFIG, 404, "{}")
        .answer("PUT " + CONFIG, 422, "{\"message\":\"bad level\"}")
        .answer("PUT " + CONFIG, 200, "{}");
    ConfluentRegistry registry = registry();

    assertThatExceptionOfType(SchemaRegistryException.class)
        .isThrownBy(() -> registry.register("rides-value", SCHEMA))
        .withMessageContaining("bad level");

    assertThat(registry.register("rides-value", SCHEMA)).isEqualTo(7);
  }

  @Test
  void shouldSayWhyAChangeIsRefused() {
    server.answer(REGISTER, 409, "{\"error_code\":409,\"message\":\"ride_id was removed\"}");

    assertThatExceptionOfType(SchemaRegistryException.class)
        .isThrownBy(() -> registry().register("rides-value", SCHEMA))
        .withMessageContaining("rides-value")
        .withMessageContaining("ride_id was removed")
        .withMessageContaining("FULL_TRANSITIVE");
  }

  @Test
  void shouldLookASchemaUpOnce() {
    server.answer("GET /schemas/ids/3", 200, STORED);
    ConfluentRegistry registry = registry();

    assertThat(registry.byId(3)).isEqualTo(SCHEMA);
    assertThat(registry.byId(3)).isEqualTo(SCHEMA);

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldTellAnUnknownIdFromAnythingElse() {
    server.answer("GET /schemas/ids/3", 404, "{\"error_code\":40403,\"message\":\"not found\"}");

    assertThatExceptionOfType(UnknownSchemaId.class)
        .isThrownBy(() -> registry().byId(3))
        .withMessageContaining("id 3");
  }

  @Test
  void shouldNotBlameTheIdWhenTheAddressIsWrong() {
    assertThatExceptionOfType(SchemaRegistryException.class)
        .isThrownBy(() -> registry().byId(3))
        .isNotInstanceOf(UnknownSchemaId.class)
        .withMessageContaining("SCHEMA_REGISTRY_URL");
  }

  @Test
  void shouldRefuseASchemaOfAnotherKind() {
    server.answer(
        "GET /schemas/ids/3", 200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message A {}\"}");

    assertThatExceptionOfType(UnknownSchemaId.class)
        .isThrownBy(() -> registry().byId(3))
        .withMessageContaining("PROTOBUF");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503})
  void shouldTryAgainAfterAPassingFailure(int status) {
    server
        .answer("GET /schemas/ids/3", status, "<html>busy</html>")
        .answer("GET /schemas/ids/3", status, "")
        .answer("GET /schemas/ids/3", 200, STORED);

    assertThat(registry().byId(3)).isEqualTo(SCHEMA);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void shouldGiveUpAtTheDeadlineWithTheLastTrouble() {
    server.answer("GET /schemas/ids/3", 503, "{\"message\":\"no leader\"}");

    assertThatExceptionOfType(SchemaRegistryException.class)
        .isThrownBy(() -> registry().byId(3))
        .isNotInstanceOf(UnknownSchemaId.class)
        .withMessageContaining("no leader")
        .withMessageContaining("/schemas/ids/3")
        .withMessageContaining("PT1.2S")
        .withCauseInstanceOf(RetriableException.class);
    assertThat(server.requests()).hasSizeGreaterThan(1);
  }

  @Test
  void shouldTellTheTroubleThatTheDeadlineLeftNoTimeToSeeAgain() {
    server
        .answer("GET /schemas/ids/3", 503, "{\"message\":\"no leader\"}")
        .silence("GET /schemas/ids/3");
    RegistryConfig hurried =
        RegistryConfig.of(server.url()).withTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(2));

    assertThatExceptionOfType(SchemaRegistryException.class)
        .isThrownBy(() -> new ConfluentRegistry(hurried).byId(3))
        .withMessageContaining("no leader")
        .withStackTraceContaining("HttpTimeoutException");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void shouldNotRepeatWhatIsForbidden(int status) {
    server.answer("GET /schemas/ids/3", status, "");

    assertThatExceptionOfType(SchemaRegistryException.class)
        .isThrownBy(() -> registry().byId(3))
        .withMessageContaining("HTTP " + status)
        .withMessageContaining("SCHEMA_REGISTRY_BASIC_AUTH")
        .withNoCause();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldNotWaitForASilentRegistryForEver() {
    server.silence("GET /schemas/ids/3");

    assertThatExceptionOfType(SchemaRegistryException.class)
        .isThrownBy(() -> registry().byId(3))
        .withMessageContaining("timed out");
  }

  @Test
  void shouldTryAgainAfterATimeout() {
    server.silence("GET /schemas/ids/3").answer("GET /schemas/ids/3", 200, STORED);
    RegistryConfig patient =
        RegistryConfig.of(server.url())
            .withTimeouts(Duration.ofMillis(200), Duration.ofSeconds(20));

    assertThat(new ConfluentRegistry(patient).byId(3)).isEqualTo(SCHEMA);
  }

  @Test
  void shouldSayWhereNobodyListens() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    ConfluentRegistry registry = registry(URI.create("http://localhost:" + free));

    assertThatExceptionOfType(SchemaRegistryException.class)
        .isThrownBy(() -> registry.byId(3))
        .withMessageContaining("localhost:" + free)
        .withMessageContaining("ConnectException");
  }

  @Test
  void shouldKeepThePathOfItsAddress() {
    server.answer("GET /apis/ccompat/v7/schemas/ids/3", 200, STORED);

    assertThat(registry(URI.create(server.url() + "/apis/ccompat/v7/")).byId(3)).isEqualTo(SCHEMA);
  }

  @Test
  void shouldSendItsUserAndPassword() {
    server.answer("GET /schemas/ids/3", 200, STORED);
    RegistryConfig config =
        new RegistryConfig(
            server.url(),
            Optional.of(new BasicAuth("ride", "c\u00e4st:x")),
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));

    new ConfluentRegistry(config).byId(3);

    assertThat(server.request("GET /schemas/ids/3").authorization())
        .isEqualTo("Basic cmlkZTpjw6RzdDp4");
  }

  @Test
  void shouldAskTheRegistryWhetherAChangeIsCompatible() {
    server.answer(CHECK, 200, "{\"is_compatible\":true}");

    assertThat(registry().incompatibilities("rides-value", SCHEMA)).isEmpty();
  }

  @Test
  void shouldListWhatIsIncompatible() {
    server.answer(CHECK, 200, "{\"is_compatible\":false,\"messages\":[\"a\",\"b\"]}");

    assertThat(registry().incompatibilities("rides-value", SCHEMA)).containsExactly("a", "b");
  }

  @Test
  void shouldFindANewSubjectCompatible() {
    server.answer(CHECK, 404, "{\"error_code\":40401}");

    assertThat(registry().incompatibilities("rides-value", SCHEMA)).isEmpty();
  }

  private ConfluentRegistry registry() {
    return registry(server.url());
  }

  private static ConfluentRegistry registry(URI url) {
    return new ConfluentRegistry(
        RegistryConfig.of(url).withTimeouts(Duration.ofSeconds(1), Duration.ofMillis(1_200)));
  }
}

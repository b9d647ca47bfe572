package io.ridecast.runtime.artifacts.s3;

import io.ridecast.runtime.artifacts.ArtifactReader;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Reads and writes objects by their addresses, {@code s3://bucket/key}. Every call has a deadline.
 * Safe for use by many threads.
 */
public final class S3Objects implements ArtifactReader {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(15);
  private static final int ATTEMPTS = 3;
  private static final int PRECONDITION_FAILED = 412;

  private final S3Settings settings;
  private final Duration answerWithin;
  private @Nullable S3Client client;

  /** Objects that these settings lead to. Nothing is loaded or asked yet. */
  public S3Objects(S3Settings settings) {
    this(settings, ANSWER);
  }

  S3Objects(S3Settings settings, Duration answerWithin) {
    this.settings = settings;
    this.answerWithin = answerWithin;
  }

  /** Writes an object; one that was there is replaced. */
  public void put(URI address, byte[] content) throws ArtifactUnavailable {
    S3Address at = S3Address.of(address);
    called(
        "written",
        at,
        () -> client().putObject(put(at, content).build(), RequestBody.fromBytes(content)));
  }

  /** Writes an object where there is none; false if there is one. */
  boolean create(URI address, byte[] content) throws ArtifactUnavailable {
    S3Address at = S3Address.of(address);
    return called(
        "written",
        at,
        () -> {
          try {
            client()
                .putObject(
                    put(at, content).ifNoneMatch("*").build(), RequestBody.fromBytes(content));
            return true;
          } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED) {
              return false;
            }
            throw e;
          }
        });
  }

  @Override
  public byte[] get(URI address) throws ArtifactUnavailable {
    S3Address at = S3Address.of(address);
    return called(
        "read",
        at,
        () ->
            client()
                .getObjectAsBytes(request -> request.bucket(at.bucket()).key(at.key()))
                .asByteArray());
  }

  private synchronized S3Client client() {
    S3Client known = client;
    if (known == null) {
      known = client(settings, answerWithin);
      client = known;
    }
    return known;
  }

  private <T> T called(String what, S3Address at, Supplier<T> call) throws ArtifactUnavailable {
    try {
      return call.get();
    } catch (SdkException | UncheckedIOException e) { // the JDK's connections throw the latter
      String message = "%s cannot be %s: %s".formatted(at, what, S3Cause.of(e, settings.place()));
      throw e instanceof NoSuchKeyException
          ? ArtifactUnavailable.missing(message, e)
          : new ArtifactUnavailable(message, e);
    }
  }

  private static PutObjectRequest.Builder put(S3Address at, byte[] content) {
    return PutObjectRequest.builder()
        .bucket(at.bucket())
        .key(at.key())
        .checksumSHA256(sha256(content));
  }

  private static String sha256(byte[] content) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static S3Client client(S3Settings settings, Duration answerWithin) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .serviceConfiguration(
                S3Configuration.builder()
                    .pathStyleAccessEnabled(settings.endpoint().isPresent())
                    .chunkedEncodingEnabled(false) // not every server that speaks S3 knows it
                    .build())
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(answerWithin))
            .overrideConfiguration(
                calls ->
                    calls
                        .apiCallAttemptTimeout(answerWithin)
                        .apiCallTimeout(answerWithin.multipliedBy(ATTEMPTS)));
    settings.endpoint().ifPresent(builder::endpointOverride);
    settings
        .keys()
        .map(S3Objects::credentials)
        .map(StaticCredentialsProvider::create)
        .ifPresent(builder::credentialsProvider);
    return builder.build();
  }

  private static AwsCredentials credentials(AccessKeys keys) {
    return keys.sessionToken().isPresent()
        ? AwsSessionCredentials.create(keys.id(), keys.secret(), keys.sessionToken().get())
        : AwsBasicCredentials.create(keys.id(), keys.secret());
  }
}

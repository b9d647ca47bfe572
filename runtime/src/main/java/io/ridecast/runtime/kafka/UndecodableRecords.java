package io.ridecast.runtime.kafka;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends records whose bytes cannot be decoded to the dead-letter topic and goes on. Streams asks
 * here for whatever a deserializer throws, an unreachable registry included: that is no fault of
 * the record, so anything that is not a {@link SerializationException}, or that comes from an
 * outage, stops the thread instead, and no record is given up.
 */
public final class UndecodableRecords implements DeserializationExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(UndecodableRecords.class);
  private final LogAndContinueExceptionHandler deadLetters = new LogAndContinueExceptionHandler();

  @Override
  public void configure(Map<String, ?> configs) {
    deadLetters.configure(configs);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
    if (!(exception instanceof SerializationException) || Outage.isBehind(exception)) {
      return Response.fail(List.of());
    }
    if (isGlobal(context)) {
      LOG.warn(
          "Left out an undecodable record: topic {}, partition {}, offset {}",
          record.topic(),
          record.partition(),
          record.offset(),
          exception);
      return Response.resume(List.of());
    }
    return deadLetters.handleError(context, record, exception);
  }

  /** Global stores have no producer: Streams fails with a ClassCastException on a dead letter. */
  private static boolean isGlobal(ErrorHandlerContext context) {
    return context.taskId().partition() < 0;
  }
}

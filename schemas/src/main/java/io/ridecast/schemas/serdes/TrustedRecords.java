package io.ridecast.schemas.serdes;

import io.ridecast.records.Ride;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Avro instantiates only classes that it was told to trust, because a schema names them. Ours are
 * the generated records; what was trusted before stays so, nothing else is added.
 */
final class TrustedRecords {
  private static final String PACKAGE = Ride.class.getPackageName();

  static {
    ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(before, type -> type.getPackageName().equals(PACKAGE)));
  }

  private TrustedRecords() {}

  /** Once called, the generated records can be read. */
  static void ensure() {
    // the static block has run
  }
}

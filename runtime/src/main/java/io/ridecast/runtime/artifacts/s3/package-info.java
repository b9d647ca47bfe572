/** Files in S3, or in anything that speaks its protocol. */
@NullMarked
package io.ridecast.runtime.artifacts.s3;

import org.jspecify.annotations.NullMarked;

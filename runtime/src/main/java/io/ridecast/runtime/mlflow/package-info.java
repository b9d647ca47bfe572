/** Speaks to an MLflow server, with a deadline on every call. */
@NullMarked
package io.ridecast.runtime.mlflow;

import org.jspecify.annotations.NullMarked;

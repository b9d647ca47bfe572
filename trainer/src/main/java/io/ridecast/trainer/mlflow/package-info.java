/** Runs, their records and models in an MLflow server. */
@NullMarked
package io.ridecast.trainer.mlflow;

import org.jspecify.annotations.NullMarked;

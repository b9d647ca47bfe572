/** Where the settings say that files are: in a directory, in S3, with an MLflow server. */
@NullMarked
package io.ridecast.runtime.storage;

import org.jspecify.annotations.NullMarked;

/** Charts as SVG, for pages and as files of their own. */
@NullMarked
package io.ridecast.forecasting.charts;

import org.jspecify.annotations.NullMarked;

/** What a person at the console is told while the demo runs, drawn from the topics alone. */
@NullMarked
package io.ridecast.local.story;

import org.jspecify.annotations.NullMarked;

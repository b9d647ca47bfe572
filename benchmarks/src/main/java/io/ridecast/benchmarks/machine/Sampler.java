package io.ridecast.benchmarks.machine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Looks from outside how far the processing thread is; the thread itself is not disturbed. */
public final class Sampler {
  private static final long EVERY_NANOS = Duration.ofMillis(2).toNanos();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final String thread;
  private final LongSupplier rides;
  private long threadId = -1;

  /**
   * @param thread end of the name of the thread that processes
   * @param rides how many it has processed
   */
  public Sampler(String thread, LongSupplier rides) {
    this.thread = thread;
    this.rides = rides;
  }

  /** The moment at which at least so many rides are processed. */
  public Mark await(long count) {
    Mark mark = mark();
    while (mark.rides() < count) {
      LockSupport.parkNanos(EVERY_NANOS);
      if (rides.getAsLong() >= count) {
        mark = mark();
      }
    }
    return mark;
  }

  private Mark mark() {
    return new Mark(
        System.nanoTime(), rides.getAsLong(), threadNanos(), PROCESS.getProcessCpuTime());
  }

  private long threadNanos() {
    if (threadId < 0) {
      threadId =
          Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
              .filter(Objects::nonNull)
              .filter(info -> info.getThreadName().endsWith(thread))
              .mapToLong(ThreadInfo::getThreadId)
              .findFirst()
              .orElse(-1);
    }
    return threadId < 0 ? 0 : THREADS.getThreadCpuTime(threadId);
  }
}

package jp.kiyome.testcorpus.bench;

import java.lang.management.ManagementFactory;

/** Processor time of the calling thread, which other work on the machine does not stretch. */
final class CpuTime {

    private CpuTime() {}

    /** Nanoseconds that the work takes. */
    static long of(Runnable work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
}

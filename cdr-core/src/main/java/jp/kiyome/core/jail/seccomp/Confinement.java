package jp.kiyome.core.jail.seccomp;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Gives up, for all threads of this process and for good, the system calls that no reader of documents needs. */
public final class Confinement {

    /** prctl(2): no program that is started gains rights; the kernel asks for it before a filter. */
    private static final int PR_SET_NO_NEW_PRIVS = 38;

    private static final int SECCOMP_SET_MODE_FILTER = 1;
    /** All threads at once, or none (seccomp(2)). */
    private static final int SECCOMP_FILTER_FLAG_TSYNC = 1;

    private static final int RLIMIT_NPROC = 6;

    /** Threads and processes of the user in the worker's own user namespace. */
    private static final long MOST_THREADS = 192;

    /** What the calls are known by here. */
    private record Numbers(long prctl, long seccomp, long prlimit) {

        /** No architecture has a call of that number. */
        private static final Numbers HARMLESS = new Numbers(9999, 9999, 9999);

        static Numbers of(Architecture architecture) {
            return switch (architecture) {
                case X86_64 -> new Numbers(157, 317, 302);
                case AARCH64 -> new Numbers(167, 277, 261);
            };
        }
    }

    private Confinement() {}

    /**
     * Confines this process.
     *
     * @param alone whether the process has a user namespace to itself, so that a limit on threads counts nobody else's
     * @return whether it is confined now; never half
     */
    public static boolean confine(boolean alone) {
        return confine(alone, false);
    }

    /** Does all of it but what cannot be undone: for the training of an ahead-of-time cache. */
    public static void rehearse() {
        confine(false, true);
    }

    private static boolean confine(boolean alone, boolean rehearsal) {
        Optional<Architecture> architecture = Architecture.here();
        if (architecture.isEmpty()) {
            return false;
        }
        int self = Math.toIntExact(ProcessHandle.current().pid());
        byte[] program = FilterProgram.atWork(architecture.get(), self).bytes();
        Numbers numbers = rehearsal ? Numbers.HARMLESS : Numbers.of(architecture.get());
        try (Arena arena = Arena.ofConfined()) {
            SystemCall system = new SystemCall();
            if (alone) {
                long limit = SystemCall.place(pair(MOST_THREADS, MOST_THREADS), arena);
                system.call(numbers.prlimit, 0, RLIMIT_NPROC, limit, 0);
            }
            long code = SystemCall.place(program, arena);
            // struct sock_fprog: the number of instructions, then, aligned, where they are.
            long filter = SystemCall.place(pair(program.length / 8, code), arena);
            return system.call(numbers.prctl, PR_SET_NO_NEW_PRIVS, 1, 0, 0) == 0
                    && system.call(numbers.seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, filter, 0) == 0;
        }
    }

    private static byte[] pair(long first, long second) {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.nativeOrder())
                .putLong(first)
                .putLong(second)
                .array();
    }
}

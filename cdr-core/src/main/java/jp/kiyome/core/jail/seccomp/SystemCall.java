package jp.kiyome.core.jail.seccomp;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteOrder;

/** The C library's {@code syscall(2)}: the only native code that Kiyome calls itself. Threads may share it. */
final class SystemCall {

    private final MethodHandle syscall;

    /** @throws IllegalCallerException where this Java may not call native code */
    @SuppressWarnings("restricted")
    SystemCall() {
        Linker linker = Linker.nativeLinker();
        MemorySegment function = linker.defaultLookup().find("syscall").orElseThrow();
        ValueLayout.OfLong number = ValueLayout.JAVA_LONG;
        syscall = linker.downcallHandle(
                function, FunctionDescriptor.of(number, number, number, number, number, number, number));
    }

    /** What the kernel gave back; -1 for every error. The fifth argument is nought. */
    long call(long number, long first, long second, long third, long fourth) {
        try {
            return (long) syscall.invokeExact(number, first, second, third, fourth, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("a native call threw", e);
        }
    }

    /** Puts bytes where the kernel can read them; they stay for as long as {@code arena}. */
    static long place(byte[] bytes, Arena arena) {
        MemorySegment placed = arena.allocate(bytes.length, 8);
        placed.asByteBuffer().order(ByteOrder.nativeOrder()).put(bytes);
        return placed.address();
    }
}

package jp.kiyome.core.jail.seccomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** The programs, run by an interpreter of the few instructions they use (linux/filter.h). */
class FilterProgramTest {

    private static final int X86_64 = 0xC000003E;
    private static final int ALLOW = 0x7FFF0000;
    private static final int EPERM = 0x00050001;
    private static final int ENOSYS = 0x00050026;
    private static final int KILL = 0x80000000;

    private static int run(FilterProgram program, int architecture, int number, long... arguments) {
        ByteBuffer data = ByteBuffer.allocate(64).order(ByteOrder.nativeOrder());
        data.putInt(0, number).putInt(4, architecture);
        for (int i = 0; i < arguments.length; i++) {
            data.putLong(16 + 8 * i, arguments[i]);
        }
        ByteBuffer code = ByteBuffer.wrap(program.bytes()).order(ByteOrder.nativeOrder());
        int loaded = 0;
        for (int at = 0; ; at++) {
            int operation = code.getShort(8 * at);
            int value = code.getInt(8 * at + 4);
            boolean holds =
                    switch (operation) {
                        case 0x20, 0x06 -> false;
                        case 0x15 -> loaded == value;
                        case 0x35 -> Integer.compareUnsigned(loaded, value) >= 0;
                        case 0x45 -> (loaded & value) != 0;
                        default -> throw new AssertionError("not an instruction: " + operation);
                    };
            if (operation == 0x06) {
                return value;
            } else if (operation == 0x20) {
                loaded = data.getInt(value);
            } else {
                at += code.get(8 * at + (holds ? 2 : 3));
            }
        }
    }

    private static int atWork(int number, long... arguments) {
        return run(FilterProgram.atWork(Architecture.X86_64, 7), X86_64, number, arguments);
    }

    @Test
    void whatJavaNeedsIsAllowed() {
        for (int number : new int[] {0, 1, 9, 10, 202, 228, 257, 60, 231}) {
            assertThat(atWork(number)).as("%s", number).isEqualTo(ALLOW);
        }
    }

    @Test
    void noProgramIsStartedAndNobodyIsTraced() {
        for (int number : new int[] {59, 322, 101, 321, 425, 250, 165, 272, 308, 317}) {
            assertThat(atWork(number)).as("%s", number).isEqualTo(KILL);
        }
    }

    @Test
    void whatIsNotNamedIsRefused() {
        for (int number : new int[] {41, 42, 49, 53, 57, 58, 62, 90, 105, 83, 82, 86, 88, 1000}) {
            assertThat(atWork(number)).as("%s", number).isEqualTo(EPERM);
        }
    }

    @Test
    void threadsAreMadeButNoProcesses() {
        assertThat(atWork(56, 0x3D0F00)).isEqualTo(ALLOW);
        assertThat(atWork(56, 0x4111)).isEqualTo(EPERM);
        assertThat(atWork(435)).isEqualTo(ENOSYS);
    }

    @Test
    void argumentsCountWithAllTheirBits() {
        assertThat(atWork(157, 15)).isEqualTo(ALLOW);
        assertThat(atWork(157, 4)).isEqualTo(EPERM);
        assertThat(atWork(157, 15 | 1L << 32)).isEqualTo(EPERM);
        assertThat(atWork(302, 0, 7, 0)).isEqualTo(ALLOW);
        assertThat(atWork(302, 0, 7, 1L << 32)).isEqualTo(EPERM);
        assertThat(atWork(234, 7)).isEqualTo(ALLOW);
        assertThat(atWork(234, 8)).isEqualTo(EPERM);
    }

    @Test
    void anotherArchitecturesNumbersEndTheProcess() {
        FilterProgram program = FilterProgram.atWork(Architecture.X86_64, 7);
        assertThat(run(program, 0x40000003, 1)).isEqualTo(KILL);
        assertThat(run(program, X86_64, 0x40000001)).isEqualTo(KILL);
        assertThat(run(FilterProgram.atWork(Architecture.AARCH64, 7), 0xC00000B7, 221))
                .isEqualTo(KILL);
        assertThat(run(FilterProgram.atWork(Architecture.AARCH64, 7), 0xC00000B7, 98))
                .isEqualTo(ALLOW);
    }

    @Test
    void atTheStartJavaMayBeStartedButNothingIsTraced() {
        FilterProgram program = FilterProgram.atStart(Architecture.X86_64);
        assertThat(run(program, X86_64, 59)).isEqualTo(ALLOW);
        assertThat(run(program, X86_64, 101)).isEqualTo(KILL);
        assertThat(run(program, X86_64, 425)).isEqualTo(KILL);
    }
}

package jp.kiyome.core.jail.seccomp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.kiyome.core.text.Table;

/**
 * A program for the kernel's filter of system calls, in the form of {@code struct sock_filter} (linux/filter.h, classic BPF;
 * seccomp(2)). Made from {@code syscalls.tsv} beside this class.
 */
public final class FilterProgram {

    private static final int START_COLUMN = 3;
    private static final int WORK_COLUMN = 4;

    private static final int LOAD = 0x20;
    private static final int JUMP_EQUAL = 0x15;
    private static final int JUMP_AT_LEAST = 0x35;
    private static final int JUMP_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    /** Offsets in {@code struct seccomp_data}. */
    private static final int NUMBER = 0;

    private static final int ARCHITECTURE = 4;
    private static final int ARGUMENTS = 16;

    /** Numbers of the x32 kind of calls start here; no Java runtime uses them. */
    private static final int X32 = 0x40000000;

    private final List<Long> code = new ArrayList<>();

    private FilterProgram(Architecture architecture, List<Rule> rules, Rule.Verdict otherwise) {
        emit(LOAD, 0, 0, ARCHITECTURE);
        emit(JUMP_EQUAL, 1, 0, architecture.audit());
        emit(RETURN, 0, 0, Rule.Verdict.KILL.code());
        emit(LOAD, 0, 0, NUMBER);
        emit(JUMP_AT_LEAST, 0, 1, X32);
        emit(RETURN, 0, 0, Rule.Verdict.KILL.code());
        rules.forEach(this::emit);
        emit(RETURN, 0, 0, otherwise.code());
    }

    /** What holds until the worker is ready: the calls that serve nobody but an attacker end the process. */
    public static FilterProgram atStart(Architecture architecture) {
        return new FilterProgram(architecture, rules(architecture, START_COLUMN, 0), Rule.Verdict.ALLOW);
    }

    /**
     * What holds while files are worked on: what is not named is refused.
     *
     * @param self the process's own id, as it sees it
     */
    public static FilterProgram atWork(Architecture architecture, int self) {
        return new FilterProgram(architecture, rules(architecture, WORK_COLUMN, self), Rule.Verdict.REFUSE);
    }

    private static List<Rule> rules(Architecture architecture, int column, int self) {
        List<Rule> rules = new ArrayList<>();
        for (List<String> row : Table.of(Objects.requireNonNull(FilterProgram.class.getResource("syscalls.tsv")))
                .rows()) {
            String number = row.get(architecture.column());
            if (!number.equals("-")) {
                rules.add(Rule.read(Integer.parseInt(number), row.get(column), self));
            }
        }
        return rules;
    }

    /** The instructions, 8 bytes each, in this machine's byte order. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(8 * code.size()).order(ByteOrder.nativeOrder());
        for (long instruction : code) {
            bytes.putShort((short) (instruction >>> 48));
            bytes.put((byte) (instruction >>> 40));
            bytes.put((byte) (instruction >>> 32));
            bytes.putInt((int) instruction);
        }
        return bytes.array();
    }

    /** Each rule leaves the number of the call loaded for the next. */
    private void emit(Rule rule) {
        Rule.Condition condition = rule.condition();
        if (condition.test() == Rule.Test.NOTHING) {
            emit(JUMP_EQUAL, 0, 1, rule.number());
            emit(RETURN, 0, 0, rule.verdict().code());
            return;
        }
        boolean equals = condition.test() == Rule.Test.EQUALS;
        int low = ARGUMENTS + 8 * condition.argument();
        emit(JUMP_EQUAL, 0, equals ? 6 : 4, rule.number());
        if (equals) {
            // All 64 bits count: the upper half must be empty.
            emit(LOAD, 0, 0, low + 4);
            emit(JUMP_EQUAL, 0, 3, 0);
        }
        emit(LOAD, 0, 0, low);
        emit(equals ? JUMP_EQUAL : JUMP_ANY_BIT, 0, 1, condition.value());
        emit(RETURN, 0, 0, rule.verdict().code());
        emit(RETURN, 0, 0, Rule.Verdict.REFUSE.code());
    }

    private void emit(int operation, int ifTrue, int ifFalse, int value) {
        code.add((long) operation << 48 | (long) ifTrue << 40 | (long) ifFalse << 32 | value & 0xFFFFFFFFL);
    }
}

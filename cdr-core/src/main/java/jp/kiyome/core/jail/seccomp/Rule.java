package jp.kiyome.core.jail.seccomp;

/**
 * What may be done with one system call.
 *
 * @param number the kernel's
 * @param verdict what follows, or follows when the condition holds
 * @param condition on one argument
 */
record Rule(int number, Verdict verdict, Condition condition) {

    /** How the kernel answers. */
    enum Verdict {
        /** SECCOMP_RET_ALLOW. */
        ALLOW(0x7FFF0000),
        /** SECCOMP_RET_ERRNO with EPERM. */
        REFUSE(0x00050001),
        /** SECCOMP_RET_ERRNO with ENOSYS. */
        ABSENT(0x00050026),
        /** SECCOMP_RET_KILL_PROCESS. */
        KILL(0x80000000);

        private final int code;

        Verdict(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** What is asked of an argument. */
    enum Test {
        NOTHING,
        EQUALS,
        ANY_BIT
    }

    /** @param argument 0 to 5 */
    record Condition(Test test, int argument, int value) {

        private static final Condition NONE = new Condition(Test.NOTHING, 0, 0);

        /** As the table writes it. */
        static Condition read(String word, int self) {
            boolean equals = word.charAt(4) == '=';
            String value = word.substring(5);
            return new Condition(
                    equals ? Test.EQUALS : Test.ANY_BIT,
                    word.charAt(3) - '0',
                    value.equals("self") ? self : Integer.decode(value));
        }
    }

    /** As the table writes it. */
    static Rule read(int number, String word, int self) {
        return switch (word) {
            case "allow" -> new Rule(number, Verdict.ALLOW, Condition.NONE);
            case "kill" -> new Rule(number, Verdict.KILL, Condition.NONE);
            case "absent" -> new Rule(number, Verdict.ABSENT, Condition.NONE);
            default -> new Rule(number, Verdict.ALLOW, Condition.read(word, self));
        };
    }
}

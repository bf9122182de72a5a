package jp.kiyome.app.say;

/** How a command ends. Of several, the one with the largest number. */
public enum ExitCode {
    /** Every file was rebuilt; what was asked for holds. */
    OK(0),
    /** A file waits for somebody's approval, or would by the verdicts asked for. */
    HELD(9),
    /** A file needs a password. */
    LOCKED(10),
    /** A file was blocked. */
    BLOCKED(11),
    /** A file failed. */
    FAILED(12),
    /** A file could not be read, or an output not be written. */
    IO(13),
    /** A policy, or a receipt, is not valid. */
    INVALID(20),
    /** The command was called wrongly (sysexits: EX_USAGE). */
    USAGE(64),
    /** The jail that is required cannot be had (sysexits: EX_UNAVAILABLE). */
    UNAVAILABLE(69),
    /** An error of Kiyome's own (sysexits: EX_SOFTWARE). */
    INTERNAL(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public ExitCode worse(ExitCode other) {
        return number >= other.number ? this : other;
    }
}

package jp.kiyome.core.jail.seccomp;

import java.util.Optional;

/** The kinds of processors that there is a filter for. */
public enum Architecture {
    /** AUDIT_ARCH_X86_64 of linux/audit.h. */
    X86_64(0xC000003E, 1),
    /** AUDIT_ARCH_AARCH64. */
    AARCH64(0xC00000B7, 2);

    private final int audit;
    private final int column;

    Architecture(int audit, int column) {
        this.audit = audit;
        this.column = column;
    }

    /** This machine's; empty where there is no filter for it. */
    public static Optional<Architecture> here() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }

    int audit() {
        return audit;
    }

    /** Where its numbers stand in the table. */
    int column() {
        return column;
    }
}

package jp.kiyome.mail.authentication.dmarc;

import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/** What a domain asks for, for mail that fails (RFC 7489 §6.3). */
public enum DmarcPolicy {
    NONE,
    QUARANTINE,
    REJECT;

    /** As it stands in records and in Authentication-Results. */
    public String word() {
        return Ascii.lower(name());
    }

    /** Empty for any other word. */
    public static Optional<DmarcPolicy> read(String word) {
        return switch (Ascii.lower(word)) {
            case "none" -> Optional.of(NONE);
            case "quarantine" -> Optional.of(QUARANTINE);
            case "reject" -> Optional.of(REJECT);
            default -> Optional.empty();
        };
    }
}

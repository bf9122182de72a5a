package jp.kiyome.office.crypto.rc4;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.kiyome.core.spi.Session;

/** Tries passwords: those at hand in order, then the one that everyone knows, then none at all. */
public final class KnownPasswords {

    /** With it Excel opens a workbook without asking ([MS-OFFCRYPTO] 2.1.1 leaves it to the program). */
    public static final String DEFAULT = "VelvetSweatshop";

    private static final int LONGEST = 255;

    private KnownPasswords() {}

    /** What opened a document. */
    public record Opened<K>(String password, K key) {}

    /**
     * Tries the passwords that are known, one after the other.
     *
     * @param unlock the key, where the password is right; empty where it is not
     */
    public static <K> Optional<Opened<K>> tryAll(Session session, Function<String, Optional<K>> unlock) {
        Set<String> passwords = new LinkedHashSet<>(session.passwords());
        passwords.addAll(List.of(DEFAULT, ""));
        for (String password : passwords) {
            Optional<K> key = password.length() > LONGEST ? Optional.empty() : unlock.apply(password);
            if (key.isPresent()) {
                return key.map(found -> new Opened<>(password, found));
            }
        }
        return Optional.empty();
    }
}

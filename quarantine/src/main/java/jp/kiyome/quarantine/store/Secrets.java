package jp.kiyome.quarantine.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.key.KeyRefused;

/**
 * Small secrets in tables that stand beside the store's, each under the key of its organisation (AES-256-GCM): whoever reads the
 * tables without the file of the master keys reads none. Threads may share it.
 */
public final class Secrets {

    /** No letter of Base32 or Base64: nothing that was written before secrets were sealed begins so. */
    private static final String MARK = "sealed:";

    private final Organisations organisations;

    Secrets(Organisations organisations) {
        this.organisations = organisations;
    }

    /**
     * A secret as a table may hold it.
     *
     * @param purpose what it is for and whose it is; must be said again to open it
     */
    public String seal(Rows rows, String secret, String purpose) {
        byte[] sealed = organisations.key(rows).seal(secret.getBytes(StandardCharsets.UTF_8), purpose);
        return MARK + Base64.getEncoder().encodeToString(sealed);
    }

    /** Whether {@link #seal} wrote it. */
    public static boolean isSealed(String stored) {
        return stored.startsWith(MARK);
    }

    /**
     * What {@link #seal} sealed.
     *
     * @throws KeyRefused when it was sealed for something or somebody else, or was changed
     */
    public String open(Rows rows, String stored, String purpose) {
        if (!isSealed(stored)) {
            throw new IllegalArgumentException("not sealed: " + purpose);
        }
        byte[] sealed;
        try {
            sealed = Base64.getDecoder().decode(stored.substring(MARK.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("a sealed secret that is not Base64: " + purpose, e);
        }
        return new String(organisations.key(rows).open(sealed, purpose), StandardCharsets.UTF_8);
    }
}

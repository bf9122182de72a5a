package jp.kiyome.quarantine.item;

import java.util.regex.Pattern;
import jp.kiyome.core.finding.Untrusted;

/**
 * Whose something is (構成団体). A parameter of everything the store does: nothing of another organisation can be reached.
 *
 * @param id short, lower case: letters, digits and hyphens, 63 at most; also a folder's name
 */
public record Organisation(String id) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public Organisation {
        if (!SHAPE.matcher(id).matches()) {
            throw new IllegalArgumentException("not an organisation: " + Untrusted.of(id));
        }
    }

    @Override
    public String toString() {
        return id;
    }
}

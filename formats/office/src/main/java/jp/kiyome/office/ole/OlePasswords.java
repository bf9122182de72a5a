package jp.kiyome.office.ole;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.kiyome.core.spi.Session;

/** The passwords to try on a locked document of 97 to 2003, each once, in this order. Stateless. */
public final class OlePasswords {

    /** With it Excel and PowerPoint open a file without asking: its writers locked it only to mark it as read-only. */
    public static final String DEFAULT = "VelvetSweatshop";

    private OlePasswords() {}

    /** Those at hand, the empty one, and the one that everyone knows. */
    public static List<String> toTry(Session session) {
        Set<String> passwords = new LinkedHashSet<>(session.passwords());
        passwords.add("");
        passwords.add(DEFAULT);
        return new ArrayList<>(passwords);
    }
}

package jp.kiyome.message.child;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.spi.Surroundings;
import jp.kiyome.core.text.Ascii;

/**
 * The pictures that a message keeps, by what its pages may call them: an identifier (RFC 2392) or an address (RFC 2557). Whatever a page
 * says, what is written is the identifier, and only of a picture that is there. Not thread-safe.
 */
public final class Pictures {

    private static final String SCHEME = "cid:";
    private static final String PLAIN = "!$&*+=_~@.:-";
    private static final String HEX = "0123456789ABCDEF";

    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> byAddress = new HashMap<>();

    /**
     * A picture that has an identifier.
     *
     * @param id without angle brackets, of characters that a Content-ID may have
     */
    public void add(String id) {
        ids.add(id);
    }

    /** A picture that has an address too; of several at one address the first counts. */
    public void add(String id, PageAddress address) {
        ids.add(id);
        byAddress.putIfAbsent(address.comparable(), id);
    }

    /** What pages see that stand at an address. */
    public Surroundings around(PageAddress page) {
        return address -> named(address.strip(), page).map(id -> SCHEME + coded(id));
    }

    private Optional<String> named(String address, PageAddress page) {
        if (Ascii.lower(address).startsWith(SCHEME)) {
            String id = address.substring(SCHEME.length());
            String decoded = PageAddress.decoded(id);
            if (ids.contains(id) || ids.contains(decoded)) {
                return Optional.of(ids.contains(id) ? id : decoded);
            }
        }
        // Some writers give pictures a relative address and the page an absolute one.
        return Optional.ofNullable(byAddress.get(page.resolve(address).comparable()))
                .or(() -> Optional.ofNullable(byAddress.get(new PageAddress(address).comparable())));
    }

    /** Percent signs for what has a meaning in an address. */
    private static String coded(String id) {
        StringBuilder coded = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (Ascii.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0) {
                coded.append(c);
            } else {
                coded.append('%').append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
            }
        }
        return coded.toString();
    }
}

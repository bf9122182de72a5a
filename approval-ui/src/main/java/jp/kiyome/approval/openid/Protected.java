package jp.kiyome.approval.openid;

import java.net.URI;
import java.util.Set;

/** Where secrets and codes may be sent: by HTTPS, or to this machine. Stateless. */
final class Protected {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Protected() {}

    static boolean is(URI address) {
        if (address.getHost() == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return false;
        }
        return "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && HERE.contains(address.getHost());
    }
}

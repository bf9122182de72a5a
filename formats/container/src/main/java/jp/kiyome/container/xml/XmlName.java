package jp.kiyome.container.xml;

import java.nio.charset.StandardCharsets;

/**
 * The name of an element or attribute: its namespace as an {@link AllowList} knows it, and the local part.
 *
 * <p>Immutable; threads may share it.
 */
public final class XmlName {

    private final Namespace namespace;
    private final String local;
    private final int hash;
    private final byte[] written;

    XmlName(Namespace namespace, String local) {
        this.namespace = namespace;
        this.local = local;
        this.hash = local.hashCode() * 31 + namespace.order();
        String prefix = namespace.outputPrefix();
        this.written = (prefix.isEmpty() ? local : prefix + ":" + local).getBytes(StandardCharsets.UTF_8);
    }

    public Namespace namespace() {
        return namespace;
    }

    public String local() {
        return local;
    }

    byte[] written() {
        return written;
    }

    /** Whether this is the name that an allow-list writes as {@code key}: {@code prefix:local}, or {@code local}. */
    public boolean is(String key) {
        String prefix = namespace.key();
        int skip = prefix.isEmpty() ? 0 : prefix.length() + 1;
        return namespace.known()
                && key.length() == skip + local.length()
                && key.endsWith(local)
                && (skip == 0 || key.startsWith(prefix) && key.charAt(prefix.length()) == ':');
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof XmlName that
                        && hash == that.hash
                        && local.equals(that.local)
                        && namespace.same(that.namespace);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /**
     * As in an allow-list: {@code prefix:local}, or {@code local} where there is no namespace; {@code {uri}local} where no
     * list has the namespace.
     */
    @Override
    public String toString() {
        return namespace.key().isEmpty() || !namespace.known()
                ? namespace.key() + local
                : namespace.key() + ":" + local;
    }
}

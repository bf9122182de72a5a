package jp.kiyome.mail.authentication.dmarc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import jp.kiyome.mail.address.DomainName;

/**
 * Under which names anybody can have a domain, as publicsuffix.org lists them; private ones count, for nobody below them vouches for
 * his neighbour. Immutable.
 */
public final class PublicSuffixes {

    private static final int MOST_BYTES = 4 << 20;

    private final Set<String> rules = new HashSet<>();
    /** Of {@code *.x} the {@code x}. */
    private final Set<String> wildcards = new HashSet<>();
    /** Of {@code !x} the {@code x}. */
    private final Set<String> exceptions = new HashSet<>();

    private PublicSuffixes(String list) {
        list.lines().map(line -> line.split("[ \t]", 2)[0]).forEach(this::rule);
    }

    private void rule(String rule) {
        if (rule.isEmpty() || rule.startsWith("//")) {
            return;
        }
        if (rule.startsWith("*.")) {
            DomainName.read(rule.substring(2)).ifPresent(name -> wildcards.add(name.name()));
        } else if (rule.startsWith("!")) {
            DomainName.read(rule.substring(1)).ifPresent(name -> exceptions.add(name.name()));
        } else {
            DomainName.read(rule).ifPresent(name -> rules.add(name.name()));
        }
    }

    /** The list that this program comes with. */
    public static PublicSuffixes bundled() {
        return Bundled.LIST;
    }

    private static final class Bundled {
        static final PublicSuffixes LIST = load();

        private static PublicSuffixes load() {
            try (InputStream in = PublicSuffixes.class.getResourceAsStream("public_suffix_list.dat")) {
                return new PublicSuffixes(
                        new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A newer list from a file. Throws {@link IllegalArgumentException} for one that is too large or lists nothing. */
    public static PublicSuffixes read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            PublicSuffixes list = new PublicSuffixes(new String(bytes, StandardCharsets.UTF_8));
            if (bytes.length > MOST_BYTES || list.rules.isEmpty()) {
                throw new IllegalArgumentException("not a list of public suffixes");
            }
            return list;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The domain that somebody registered (RFC 7489 §3.2); a public suffix itself is its own. */
    public DomainName organisational(DomainName domain) {
        String[] labels = domain.name().split("\\.");
        int suffix = labels.length - 1;
        for (int i = 0; i < labels.length; i++) {
            String name = tail(labels, i);
            if (exceptions.contains(name)) {
                suffix = i + 1;
                break;
            }
            if (rules.contains(name) || wildcards.contains(tail(labels, i + 1))) {
                suffix = i;
                break;
            }
        }
        return new DomainName(tail(labels, Math.max(0, suffix - 1)));
    }

    private static String tail(String[] labels, int from) {
        return String.join(".", Arrays.asList(labels).subList(from, labels.length));
    }
}

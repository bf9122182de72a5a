package jp.kiyome.mail.address;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import jp.kiyome.core.text.Ascii;

/**
 * Reads lists of addresses: one entry a line, {@code #} before what is for people; or what a directory exports (LDIF, RFC 2849), of which
 * the addresses count: {@code mail}, {@code mailLocalAddress}, {@code mailAlternateAddress}, {@code rfc822Mailbox}, and of {@code
 * proxyAddresses} those that begin with {@code smtp:}. Stateless.
 */
final class AddressLines {

    private static final Set<String> ATTRIBUTES =
            Set.of("mail", "rfc822mailbox", "maillocaladdress", "mailalternateaddress", "mailalternativeaddress");
    private static final String PROXIES = "proxyaddresses";

    private AddressLines() {}

    /** @throws IllegalArgumentException for a line that is none, by its number */
    static AddressSet read(byte[] file) {
        List<String> lines = List.of(text(file).split("\r?\n", -1));
        boolean exported = lines.stream()
                .map(Ascii::lower)
                .anyMatch(line -> line.startsWith("dn:") || line.startsWith("version:"));
        return exported ? directory(lines) : plain(lines);
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }

    private static AddressSet plain(List<String> lines) {
        AddressSet.Gathering all = new AddressSet.Gathering();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            int note = line.startsWith("#") ? 0 : line.indexOf(" #");
            String entry = note < 0 ? line : line.substring(0, note).strip();
            if (!entry.isEmpty() && !all.add(entry)) {
                throw new IllegalArgumentException("line " + (i + 1));
            }
        }
        return all.end();
    }

    private static AddressSet directory(List<String> lines) {
        AddressSet.Gathering all = new AddressSet.Gathering();
        List<Integer> numbers = new ArrayList<>();
        List<String> unfolded = unfold(lines, numbers);
        for (int i = 0; i < unfolded.size(); i++) {
            if (!attribute(unfolded.get(i), all)) {
                throw new IllegalArgumentException("line " + numbers.get(i));
            }
        }
        return all.end();
    }

    /** RFC 2849, note 2: a line that begins with a blank goes on with the one before. */
    private static List<String> unfold(List<String> lines, List<Integer> numbers) {
        List<StringBuilder> whole = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(" ") && !whole.isEmpty()) {
                whole.getLast().append(lines.get(i), 1, lines.get(i).length());
            } else {
                whole.add(new StringBuilder(lines.get(i)));
                numbers.add(i + 1);
            }
        }
        return whole.stream().map(StringBuilder::toString).toList();
    }

    /** Whether the line is one of this form. */
    private static boolean attribute(String line, AddressSet.Gathering all) {
        if (line.isBlank() || line.startsWith("#") || line.equals("-")) {
            return true;
        }
        int colon = line.indexOf(':');
        if (colon <= 0) {
            return false;
        }
        String name = Ascii.lower(line.substring(0, colon)).replaceFirst(";.*", "");
        boolean proxy = name.equals(PROXIES);
        if (!proxy && !ATTRIBUTES.contains(name)) {
            return true;
        }
        boolean coded = line.startsWith("::", colon);
        String value = line.substring(colon + (coded ? 2 : 1)).strip();
        String plain = coded ? decoded(value) : value;
        if (proxy) {
            return !Ascii.lower(plain).startsWith("smtp:")
                    || all.add(plain.substring(5).strip());
        }
        return all.add(plain);
    }

    private static String decoded(String value) {
        return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    }
}

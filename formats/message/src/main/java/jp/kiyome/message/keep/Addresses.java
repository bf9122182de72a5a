package jp.kiyome.message.keep;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.message.text.Clean;
import jp.kiyome.message.text.EncodedWords;
import jp.kiyome.message.text.OutputCharset;

/** A list of addresses written anew (RFC 5322 §3.4). Not thread-safe. */
final class Addresses {

    private static final String ATEXT = "!#$%&'*+-/=?^_`{|}~";

    private final Output charset;
    private final List<String> words = new ArrayList<>();
    private boolean changed;
    private boolean deceived;
    private boolean inGroup;

    /** Whether ISO-2022-JP is wanted for a text that was in it, or not. */
    @FunctionalInterface
    interface Output {
        boolean japanese(boolean was);
    }

    Addresses(Output charset) {
        this.charset = charset;
    }

    /** Pieces to be written with white space between; none where the field has no address. */
    List<String> of(String raw) {
        for (AddressList.Item item : AddressList.split(raw)) {
            switch (item.kind()) {
                case GROUP -> {
                    separate();
                    Mailbox name = Mailbox.of(item.text());
                    addPhrase(name.shown(), name.japanese());
                    append(":");
                    inGroup = true;
                }
                case END -> {
                    append(";");
                    inGroup = false;
                }
                case ADDRESS -> mailbox(Mailbox.of(item.text()));
            }
        }
        return words;
    }

    /** Whether something that was no address stands there as a group of none. */
    boolean changed() {
        return changed;
    }

    /** Whether characters that deceive were taken from a name. */
    boolean deceived() {
        return deceived;
    }

    private void mailbox(Mailbox mailbox) {
        String shown = Clean.line(mailbox.shown());
        boolean address = mailbox.address().isPresent();
        changed |= !address;
        // No group stands in a group: a text alone would be taken for an address there.
        if (!address && (shown.isEmpty() || inGroup)) {
            return;
        }
        separate();
        if (!shown.isEmpty()) {
            addPhrase(mailbox.shown(), mailbox.japanese());
        }
        if (mailbox.address().isPresent()) {
            words.add(
                    shown.isEmpty()
                            ? mailbox.address().get()
                            : "<" + mailbox.address().get() + ">");
        } else {
            append(":;");
        }
    }

    private void addPhrase(String raw, boolean japanese) {
        String shown = Clean.line(raw);
        deceived |= Clean.deceives(raw);
        if (shown.isEmpty()) {
            words.add("\"\"");
        } else if (shown.chars().allMatch(c -> c == ' ' || atom(c)) && !shown.contains("  ") && !shown.contains("=?")) {
            words.addAll(List.of(shown.split(" ", -1)));
        } else if (shown.chars().allMatch(c -> c >= ' ' && c < 0x7F) && !shown.contains("=?") && shown.length() < 200) {
            words.add('"' + shown.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
        } else {
            Encoding encoding = OutputCharset.of(shown, charset.japanese(japanese));
            words.addAll(EncodedWords.of(shown, encoding));
        }
    }

    private static boolean atom(int c) {
        return Ascii.isLetterOrDigit(c) || c < 0x7F && ATEXT.indexOf(c) >= 0;
    }

    /** A comma behind the address before, if there is one. */
    private void separate() {
        if (!words.isEmpty() && !words.getLast().endsWith(":")) {
            append(",");
        }
    }

    private void append(String sign) {
        // RFC 2047 §5: nothing stands glued to an encoded word.
        if (!words.isEmpty() && words.getLast().endsWith("?=")) {
            words.add(sign);
        } else if (!words.isEmpty()) {
            words.add(words.removeLast() + sign);
        }
    }
}

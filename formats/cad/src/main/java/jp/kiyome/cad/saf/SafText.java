package jp.kiyome.cad.saf;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.charset.MalformedText;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;

/**
 * The characters of an attribute file.
 *
 * @param prolog what stands before the root
 * @param document from the root on
 */
record SafText(String prolog, String document) {

    private static final String ROOT = "<SxfAttributeXML";
    private static final int HEAD = 1 << 12;
    private static final int LARGEST = 64 << 20;

    /**
     * Declaration, instructions, comments, and a document type without a subset of its own. Nothing in it goes back to try another
     * way, for each step that could be gone back to is a call within a call, as many as there are characters.
     */
    private static final Pattern ASIDES = Pattern.compile(
            "(?s)(?:\\s++|<\\?.*?\\?>|<!--.*?-->|(<!DOCTYPE\\s(?:[^\\[\\]<>\"']|\"[^\"]*+\"|'[^']*+')*+>))*+");

    private static final Pattern DECLARED = Pattern.compile("encoding\\s*=\\s*[\"']([-A-Za-z0-9_]+)[\"']");

    /** Whether a file is one, by its root. */
    static boolean begins(Content content) {
        byte[] bytes = new byte[(int) Math.min(HEAD, content.size())];
        content.copy(0, bytes, 0, bytes.length);
        String head = new String(bytes, StandardCharsets.ISO_8859_1);
        String marked = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head;
        Matcher asides = ASIDES.matcher(marked);
        int root = asides.lookingAt() ? asides.end() : 0;
        // A subset of the document type's own is refused later, by its name.
        return marked.startsWith(ROOT, root) || marked.startsWith("<!DOCTYPE SxfAttributeXML", root);
    }

    static SafText of(Content content) {
        if (content.size() > LARGEST) {
            throw Refusal.of("sxf.limit", "SAF");
        }
        byte[] bytes = new byte[(int) content.size()];
        content.copy(0, bytes, 0, bytes.length);
        String text = decoded(bytes);
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Matcher asides = ASIDES.matcher(plain);
        int root = asides.lookingAt() ? asides.end() : 0;
        if (!plain.startsWith(ROOT, root)) {
            throw Refusal.of("saf.document-type", "");
        }
        return new SafText(plain.substring(0, root), plain.substring(root));
    }

    private static String decoded(byte[] bytes) {
        Matcher declared =
                DECLARED.matcher(new String(bytes, 0, Math.min(256, bytes.length), StandardCharsets.ISO_8859_1));
        boolean japanese =
                declared.find() && declared.group(1).matches("(?i)shift[-_]?jis|windows-31j|ms932|cp932|sjis");
        Encoding encoding = japanese ? Encoding.CP932 : Encoding.UTF_8;
        try {
            return encoding.decode(bytes);
        } catch (MalformedText malformed) {
            throw Refusal.of("saf.encoding", encoding.label());
        }
    }
}

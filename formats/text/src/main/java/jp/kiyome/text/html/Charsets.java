package jp.kiyome.text.html;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.core.charset.CharsetDetector;
import jp.kiyome.core.charset.CharsetGuess;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.charset.MalformedText;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.text.source.TextFile;

/**
 * Reads a document in the charset that it declares, as browsers do, where that fits; else in the one that its bytes are of.
 *
 * @param text without a byte order mark
 * @param written the encoding of the output: the same for UTF-8, Shift_JIS and EUC-JP, else UTF-8
 * @param changed whether that is another one than that of the input
 */
record Charsets(String text, Encoding written, boolean changed) {

    private static final int LOOKED_AT = 8192;
    private static final Pattern DECLARED =
            Pattern.compile("(?i)(?:<meta[^>]{0,300}?charset|<\\?xml[^>]{0,100}?encoding)\\s*=\\s*[\"']?\\s*([-a-z0-9_:.]+)");
    private static final Map<String, Encoding> LABELS = Map.ofEntries(
            Map.entry("utf-8", Encoding.UTF_8),
            Map.entry("utf8", Encoding.UTF_8),
            Map.entry("shift_jis", Encoding.CP932),
            Map.entry("shift-jis", Encoding.CP932),
            Map.entry("sjis", Encoding.CP932),
            Map.entry("x-sjis", Encoding.CP932),
            Map.entry("ms_kanji", Encoding.CP932),
            Map.entry("windows-31j", Encoding.CP932),
            Map.entry("cp932", Encoding.CP932),
            Map.entry("ms932", Encoding.CP932),
            Map.entry("euc-jp", Encoding.EUC_JP),
            Map.entry("x-euc-jp", Encoding.EUC_JP),
            Map.entry("eucjp", Encoding.EUC_JP),
            Map.entry("iso-2022-jp", Encoding.ISO_2022_JP),
            Map.entry("us-ascii", Encoding.US_ASCII),
            Map.entry("ascii", Encoding.US_ASCII));
    /** Of other scripts, read only where a document says so. */
    private static final Set<String> FOREIGN = Set.of(
            "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256",
            "windows-1257", "windows-1258", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-7",
            "iso-8859-6", "iso-8859-8", "iso-8859-9", "x-macroman", "iso-8859-13", "iso-8859-15", "koi8-r", "koi8-u", "gb2312", "gbk", "gb18030", "big5", "euc-kr");

    static Charsets of(Content content) {
        Optional<CharsetGuess> guess = CharsetDetector.of(content);
        if (guess.filter(g -> g.byteOrderMark()).isPresent()) {
            return own(content, guess.get().encoding(), true);
        }
        String label = declared(content);
        Encoding named = LABELS.get(label);
        if (named != null && named != Encoding.US_ASCII) {
            Optional<Charsets> fits = fitting(content, named);
            if (fits.isPresent()) {
                return fits.get();
            }
        }
        Optional<String> foreign = foreign(content, label);
        if (foreign.isPresent()) {
            return new Charsets(foreign.get(), Encoding.UTF_8, true);
        }
        return own(
                content,
                guess.orElseThrow(() -> Refusal.of("text.charset", label)).encoding(),
                false);
    }

    private static Optional<Charsets> fitting(Content content, Encoding named) {
        try {
            return Optional.of(own(content, named, false));
        } catch (MalformedText other) {
            // What a document declares is a claim; its bytes say otherwise, and they are asked next.
            return Optional.empty();
        }
    }

    private static Charsets own(Content content, Encoding encoding, boolean mark) {
        String text = new TextFile(content, encoding, mark).whole();
        return switch (encoding) {
            case UTF_8, US_ASCII -> new Charsets(text, Encoding.UTF_8, false);
            case CP932, EUC_JP -> new Charsets(text, encoding, false);
            case UTF_16LE, UTF_16BE, ISO_2022_JP -> new Charsets(text, Encoding.UTF_8, true);
        };
    }

    private static Optional<String> foreign(Content content, String label) {
        // Names that mean more than they say (WHATWG Encoding section 4.2).
        String name =
                switch (label) {
                    case "iso-8859-1", "latin1" -> "windows-1252";
                    case "macintosh" -> "x-macroman";
                    default -> label;
                };
        if (!FOREIGN.contains(name) || content.size() > HtmlCleaner.LONGEST) {
            return Optional.empty();
        }
        byte[] bytes = new byte[(int) content.size()];
        content.copy(0, bytes, 0, bytes.length);
        try {
            return Optional.of(Charset.forName(name)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            // As above: only a claim.
            return Optional.empty();
        }
    }

    private static String declared(Content content) {
        byte[] head = new byte[(int) Math.min(LOOKED_AT, content.size())];
        content.copy(0, head, 0, head.length);
        Matcher matcher = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return matcher.find() ? Ascii.lower(matcher.group(1)) : "";
    }
}

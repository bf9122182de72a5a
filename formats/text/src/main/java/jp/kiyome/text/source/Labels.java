package jp.kiyome.text.source;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.charset.Encoding;

/** The names by which documents declare their charset (WHATWG Encoding section 4.2). */
public final class Labels {

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
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "windows-1257",
            "windows-1258",
            "iso-8859-2",
            "iso-8859-3",
            "iso-8859-4",
            "iso-8859-5",
            "iso-8859-7",
            "iso-8859-6",
            "iso-8859-8",
            "iso-8859-9",
            "x-macroman",
            "iso-8859-13",
            "iso-8859-15",
            "koi8-r",
            "koi8-u",
            "gb2312",
            "gbk",
            "gb18030",
            "big5",
            "euc-kr");

    private Labels() {}

    /** The encoding that a label in lower case stands for. */
    public static Optional<Encoding> encoding(String label) {
        return Optional.ofNullable(LABELS.get(label));
    }

    /** A strict decoder for a charset of other scripts, which nothing but such a label tells. */
    public static Optional<CharsetDecoder> foreign(String label) {
        // Names that mean more than they say.
        String name =
                switch (label) {
                    case "iso-8859-1", "latin1" -> "windows-1252";
                    case "macintosh" -> "x-macroman";
                    default -> label;
                };
        return FOREIGN.contains(name)
                ? Optional.of(Charset.forName(name)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))
                : Optional.empty();
    }
}

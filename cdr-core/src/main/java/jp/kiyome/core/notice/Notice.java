package jp.kiyome.core.notice;

import java.nio.charset.StandardCharsets;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.text.Bilingual;

/**
 * A plain text that stands in the place of a file that was dropped: what it was called and why it is gone, in Japanese and
 * then in English. The same file and reason give the same text; it names no time, machine or version.
 *
 * <p>UTF-8 without a byte order mark, lines ended by CR LF. Immutable; threads may share it.
 *
 * @param name what the notice asks to be called: the name of the file with {@code .txt} behind it, uncleaned
 * @param text what it says
 */
public record Notice(String name, String text) {

    private static final Bilingual UNKNOWN = new Bilingual("許可されていないファイルです", "The file is not one that may come out");

    /** Read when the first file is dropped, for the tables take time to load. */
    private static final class Texts {
        static final FindingCatalogue ALL = FindingCatalogue.ofClassPath();
    }

    /**
     * A notice in place of a file.
     *
     * @param file as the outer file calls it; what stands before its last slash or backslash is not told
     */
    public static Notice of(String file, FindingKind reason) {
        return of(file, reason, Texts.ALL);
    }

    static Notice of(String file, FindingKind reason, FindingCatalogue texts) {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        // Escaped and shortened: a notice must not carry what the name was made to do.
        String shown = Untrusted.of(last).toString();
        Bilingual why = texts.find(reason).map(found -> found.text()).orElse(UNKNOWN);
        String text = String.join(
                "\r\n",
                "このファイルは、無害化できないため取り除かれました。",
                "ファイル名: " + shown,
                "理由: " + why.japanese(),
                "",
                "This file was removed because it could not be made harmless.",
                "File name: " + shown,
                "Reason: " + why.english() + " (" + reason + ")",
                "");
        return new Notice(last + ".txt", text);
    }

    /** The text as a file. */
    public Content content() {
        return HeapContent.of(text.getBytes(StandardCharsets.UTF_8));
    }
}

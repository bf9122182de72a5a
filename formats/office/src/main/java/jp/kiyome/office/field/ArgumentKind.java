package jp.kiyome.office.field;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.office.field.FieldVerdict.Reason;
import jp.kiyome.office.value.Anchor;
import jp.kiyome.office.value.HyperlinkTarget;

/** The kinds of argument that {@code fields.allow} speaks of. */
enum ArgumentKind {
    TEXT,
    QUOTED,
    NESTING,
    WORD,
    NUMBER,
    LEVELS,
    LANG,
    BOOKMARK,
    ANCHOR,
    LINK,
    FRAME,
    PROPERTY,
    HEX,
    BARCODE;

    private static final Pattern A_WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}\\-_.,:;/]{0,255}");
    private static final Pattern A_NUMBER =
            Pattern.compile("[-+]?[0-9]{1,9}(\\.[0-9]{1,9})?(pt|in|cm|mm|pi|px)?|0x[0-9A-Fa-f]{1,6}");
    private static final Pattern LEVEL_RANGE = Pattern.compile("[0-9]{1,2}([-－][0-9]{1,2})?");
    private static final Pattern LANGUAGE = Pattern.compile("[0-9]{1,5}|[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");
    private static final Pattern BOOKMARK_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}\\p{M}_・ー.\\-]{0,63}");
    private static final Pattern COLOUR = Pattern.compile("0x[0-9A-Fa-f]{1,8}");
    private static final Set<String> FRAMES = Set.of("", "_blank", "_self", "_parent", "_top");
    private static final Set<String> BARCODES = Set.of(
            "QR", "CODE128", "CODE39", "EAN8", "EAN13", "UPCA", "UPCE", "JAN8", "JAN13", "NW7", "ITF14", "CASE",
            "JPPOST");
    private static final Set<String> PROPERTIES = Set.of(
            "author",
            "bytes",
            "category",
            "characters",
            "characterswithspaces",
            "comments",
            "company",
            "createtime",
            "keywords",
            "lastprinted",
            "lastsavedby",
            "lastsavedtime",
            "lines",
            "manager",
            "nameofapplication",
            "pages",
            "paragraphs",
            "revisionnumber",
            "security",
            "subject",
            "title",
            "totaleditingtime",
            "words");

    static ArgumentKind named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The argument as it is written anew. */
    FieldToken.Text canonical(FieldToken.Text given) {
        if (this != NESTING && given.raw().indexOf(FieldGrammar.NESTED) >= 0) {
            throw new NotAllowed(Reason.NESTED, given.raw());
        }
        String value = given.value();
        boolean fits =
                switch (this) {
                    case TEXT, NESTING -> true;
                    case QUOTED -> given.quoted();
                    case WORD -> A_WORD.matcher(value).matches();
                    case NUMBER -> A_NUMBER.matcher(value).matches();
                    case LEVELS -> LEVEL_RANGE.matcher(value).matches();
                    case LANG -> LANGUAGE.matcher(value).matches();
                    case BOOKMARK -> BOOKMARK_NAME.matcher(value).matches();
                    case ANCHOR -> Anchor.canonical(value).isPresent();
                    case FRAME -> FRAMES.contains(Ascii.lower(value));
                    case PROPERTY -> PROPERTIES.contains(Ascii.lower(value));
                    case HEX -> COLOUR.matcher(value).matches();
                    case BARCODE -> BARCODES.contains(Ascii.upper(value));
                    case LINK -> true;
                };
        if (!fits) {
            throw new NotAllowed(this == ANCHOR ? Reason.LINK : Reason.SYNTAX, given.raw());
        }
        return this == LINK ? link(value) : given;
    }

    private static FieldToken.Text link(String value) {
        return HyperlinkTarget.canonical(value)
                .map(target -> new FieldToken.Text(target, true))
                .orElseThrow(() -> new NotAllowed(Reason.LINK, value));
    }
}

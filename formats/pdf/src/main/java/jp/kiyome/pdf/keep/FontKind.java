package jp.kiyome.pdf.keep;

import java.util.Set;
import jp.kiyome.pdf.cos.Cos;

/** Fonts that do not say what they are (ISO 32000-2, table 108): what they hold says it. Stateless. */
final class FontKind {

    private static final Set<String> KNOWN =
            Set.of("Type0", "Type1", "MMType1", "Type3", "TrueType", "CIDFontType0", "CIDFontType2");

    private FontKind() {}

    static boolean isKnown(Keeper keeper, Cos.Dict font) {
        return keeper.resolve(font.get("Subtype")) instanceof Cos.Name kind && KNOWN.contains(kind.text());
    }

    /** The font as one of a known kind; a standard one where nothing tells more. */
    static Cos.Dict named(Keeper keeper, Cos.Dict font) {
        Cos.Dict named = font.with("Subtype", Cos.name(kind(keeper, font)));
        boolean nameless = !(keeper.resolve(font.get("BaseFont")) instanceof Cos.Name);
        return nameless ? named.with("BaseFont", Cos.name("Helvetica")) : named;
    }

    private static String kind(Keeper keeper, Cos.Dict font) {
        if (font.has("DescendantFonts")) {
            return "Type0";
        }
        if (font.has("CharProcs")) {
            return "Type3";
        }
        boolean trueType = Cos.dict(keeper.resolve(font.get("FontDescriptor")))
                .filter(descriptor -> descriptor.has("FontFile2"))
                .isPresent();
        if (font.has("CIDSystemInfo")) {
            return trueType ? "CIDFontType2" : "CIDFontType0";
        }
        return trueType ? "TrueType" : "Type1";
    }
}

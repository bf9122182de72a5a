package jp.kiyome.pdf.field;

import jp.kiyome.pdf.cos.Cos;

/** Fonts that readers have, in the form in which a rebuild leaves them. Stateless. */
final class FieldFonts {

    private static final String GOTHIC = "HeiseiKakuGo-W5";

    private FieldFonts() {}

    static Cos.Dict latin() {
        return Cos.Dict.EMPTY
                .with("Type", Cos.name("Font"))
                .with("Subtype", Cos.name("Type1"))
                .with("BaseFont", Cos.name("Helvetica"))
                .with("Encoding", Cos.name("WinAnsiEncoding"));
    }

    /** 9.7.5.2: a character collection that readers bring along. */
    static Cos.Dict japanese() {
        Cos.Dict system = Cos.Dict.EMPTY
                .with("Registry", new Cos.Str("Adobe"))
                .with("Ordering", new Cos.Str("Japan1"))
                .with("Supplement", Cos.num(4));
        Cos.Dict descendant = Cos.Dict.EMPTY
                .with("Type", Cos.name("Font"))
                .with("Subtype", Cos.name("CIDFontType0"))
                .with("BaseFont", Cos.name(GOTHIC))
                .with("CIDSystemInfo", system)
                .with("FontDescriptor", descriptor());
        return Cos.Dict.EMPTY
                .with("Type", Cos.name("Font"))
                .with("Subtype", Cos.name("Type0"))
                .with("BaseFont", Cos.name(GOTHIC + "-UniJIS-UTF16-H"))
                .with("Encoding", Cos.name("UniJIS-UTF16-H"))
                .with("DescendantFonts", Cos.Arr.of(descendant));
    }

    private static Cos.Dict descriptor() {
        return Cos.Dict.EMPTY
                .with("Type", Cos.name("FontDescriptor"))
                .with("FontName", Cos.name(GOTHIC))
                .with("Flags", Cos.num(4))
                .with("FontBBox", Cos.Arr.of(Cos.num(-92), Cos.num(-250), Cos.num(1010), Cos.num(922)))
                .with("ItalicAngle", Cos.num(0))
                .with("Ascent", Cos.num(752))
                .with("Descent", Cos.num(-271))
                .with("CapHeight", Cos.num(737))
                .with("StemV", Cos.num(114));
    }
}

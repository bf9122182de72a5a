package jp.kiyome.testcorpus.rtf;

import java.util.List;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.sample.Placement;

/** Places in RTF files that no reader shows. */
public final class RtfPlaces {

    private RtfPlaces() {}

    public static List<Placement> all() {
        return List.of(
                place("unknown-destination", t -> "{\\*\\unknown " + t + "}"),
                place("unknown-word", t -> "\\x" + t.replaceAll("[0-9]", "a") + " " + "{\\*\\y " + t + "}"),
                place("information", t -> "{\\info{\\author " + t + "}{\\*\\company " + t + "}}"),
                place(
                        "user-property",
                        t -> "{\\*\\userprops{\\propname " + t + "}\\proptype30{\\staticval " + t + "}}"),
                place("generator", t -> "{\\*\\generator " + t + ";}"),
                place("variable", t -> "{\\*\\docvar{a}{" + t + "}}"),
                place("theme", t -> "{\\*\\themedata " + t + "}"),
                place("datastore", t -> "{\\*\\datastore " + t + "}"),
                place("object", t -> "{\\object{\\*\\objdata " + t + "}{\\*\\objclass " + t + "}}"),
                place("object-text", t -> "{\\object " + t + "}"),
                place("field-text", t -> "{\\field " + t + "{\\*\\fldinst PAGE}{\\fldrslt 1}}"),
                place("second-instruction", t -> "{\\field{\\*\\fldinst PAGE}{\\*\\fldinst " + t + "}{\\fldrslt 1}}"),
                place("field-data", t -> "{\\field{\\*\\fldinst PAGE{\\*\\datafield " + t + "}}{\\fldrslt 1}}"),
                place("shape-text", t -> "{\\shp " + t + "{\\*\\shpinst}}"),
                place("shape-property", t -> "{\\shp{\\*\\shpinst{\\sp{\\sn " + t + "}{\\sv 1}}}}"),
                place("shape-value", t -> "{\\shp{\\*\\shpinst{\\sp{\\sn fillColor}{\\sv " + t + "}}}}"),
                place("shape-old", t -> "{\\shp{\\*\\shpinst}{\\shprslt " + t + "}}"),
                place("picture-identifier", t -> "{\\pict{\\*\\blipuid " + t + "}\\pngblip 00}")
                        .untold("a picture without one: all of it goes"),
                place("picture-data", t -> "{\\pict\\wmetafile8 " + t + "}"),
                place("colours", t -> "{\\colortbl;" + t + ";}"),
                place("binary", t -> "\\bin16 " + t),
                place("unicode-fallback", t -> "\\uc8\\u12354 " + t.substring(0, 8))
                        .untold("what stands for a character in old readers"),
                place("alternatives", t -> "{\\upr{" + t + "}{\\*\\ud{x}}}")
                        .untold("what stands for Unicode in old readers"),
                place("instruction-word", t -> "{\\field{\\*\\fldinst PAGE{\\*\\ffname " + t + "}}{\\fldrslt 1}}"),
                place("html", t -> "{\\*\\htmltag0 " + t + "}"),
                Placement.of("rtf-trailing", "rtf", t -> Rtf.bytes("{\\rtf1\\ansi a\\par}" + t.text())),
                Placement.of("rtf-behind-zero", "rtf", t -> Rtf.bytes("{\\rtf1\\ansi a\\par}\0" + t.text())));
    }

    private static Placement place(String name, UnaryOperator<String> body) {
        return Placement.of("rtf-" + name, "rtf", t -> Rtf.of(body.apply(t.text())));
    }
}

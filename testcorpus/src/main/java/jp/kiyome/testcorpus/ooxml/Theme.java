package jp.kiyome.testcorpus.ooxml;

/** The smallest theme that is valid (ECMA-376 part 1, section 20.1.6.9). */
final class Theme {

    static final String XML = "<a:theme xmlns:a=\"" + Ns.A
            + "\" name=\"Plain\"><a:themeElements><a:clrScheme name=\"Plain\">"
            + color("dk1", "000000") + color("lt1", "FFFFFF") + color("dk2", "1F497D") + color("lt2", "EEECE1")
            + color("accent1", "4F81BD") + color("accent2", "C0504D") + color("accent3", "9BBB59")
            + color("accent4", "8064A2") + color("accent5", "4BACC6") + color("accent6", "F79646")
            + color("hlink", "0000FF") + color("folHlink", "800080") + "</a:clrScheme><a:fontScheme name=\"Plain\">"
            + font("majorFont") + font("minorFont") + "</a:fontScheme><a:fmtScheme name=\"Plain\"><a:fillStyleLst>"
            + fills() + "</a:fillStyleLst><a:lnStyleLst>" + lines() + "</a:lnStyleLst><a:effectStyleLst>" + effects()
            + "</a:effectStyleLst><a:bgFillStyleLst>" + fills()
            + "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";

    private static final String PLACEHOLDER = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";

    private Theme() {}

    private static String color(String name, String rgb) {
        return "<a:" + name + "><a:srgbClr val=\"" + rgb + "\"/></a:" + name + ">";
    }

    private static String font(String name) {
        return "<a:" + name + "><a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:" + name
                + ">";
    }

    private static String fills() {
        return PLACEHOLDER.repeat(3);
    }

    private static String lines() {
        return ("<a:ln w=\"9525\">" + PLACEHOLDER + "</a:ln>").repeat(3);
    }

    private static String effects() {
        return "<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3);
    }
}

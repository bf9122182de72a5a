package jp.kiyome.pdf.font;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of the standard encoding in the order of its codes, which is that of the first standard strings (Note 5176, appendix A). */
final class StandardNames {

    private static final List<String> NAMES =
            List.of((".notdef space exclam quotedbl numbersign dollar percent ampersand quoteright"
                            + " parenleft parenright asterisk plus comma hyphen period slash zero one two three four five six seven eight"
                            + " nine colon semicolon less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z"
                            + " bracketleft backslash bracketright asciicircum underscore quoteleft a b c d e f g h i j k l m n o p q r s"
                            + " t u v w x y z braceleft bar braceright asciitilde exclamdown cent sterling fraction yen florin section"
                            + " currency quotesingle quotedblleft guillemotleft guilsinglleft guilsinglright fi fl endash dagger daggerdbl"
                            + " periodcentered paragraph bullet quotesinglbase quotedblbase quotedblright guillemotright ellipsis"
                            + " perthousand questiondown grave acute circumflex tilde macron breve dotaccent dieresis ring cedilla"
                            + " hungarumlaut ogonek caron emdash AE ordfeminine Lslash Oslash OE ordmasculine ae dotlessi lslash oslash oe"
                            + " germandbls")
                    .split(" ", -1));

    private static final String HIGH_CODES =
            "A1A2A3A4A5A6A7A8A9AAABACADAEAFB1B2B3B4B6B7B8B9BABBBCBDBFC1C2C3C4C5C6C7C8CACBCDCECFD0"
                    + "E1E3E8E9EAEBF1F5F8F9FAFB";

    private static final Map<String, Integer> SIDS = new HashMap<>();

    static {
        for (int i = 0; i < NAMES.size(); i++) {
            SIDS.put(NAMES.get(i), i);
        }
    }

    private StandardNames() {}

    /** -1 for a name that is not among them. Names made of {@code #} and a number stand for other standard strings. */
    static int sid(String name) {
        return name.startsWith("#") ? Integer.parseInt(name.substring(1)) : SIDS.getOrDefault(name, -1);
    }

    static String name(int sid) {
        return sid < NAMES.size() ? NAMES.get(sid) : "#" + sid;
    }

    /** The name that a code of the standard encoding has; {@code .notdef} for none. */
    static String ofCode(int code) {
        if (code >= 32 && code <= 126) {
            return NAMES.get(code - 31);
        }
        int at = HIGH_CODES.indexOf(String.format(Locale.ROOT, "%02X", code));
        return code >= 0xA1 && at >= 0 && at % 2 == 0 ? NAMES.get(96 + at / 2) : ".notdef";
    }
}

package jp.kiyome.image.pict;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/** The state of a graphics port that a picture's opcodes set and use. Not for sharing between threads. */
final class Port {

    static final int BOLD = 1;
    static final int ITALIC = 2;
    static final int UNDERLINE = 4;

    private static final Map<Integer, String> FONTS =
            Map.of(2, "Times New Roman", 4, "Courier New", 20, "Times New Roman", 22, "Courier New", 23, "Symbol");
    private static final String OTHER_FONT = "Arial";
    private static final int LONGEST_NAME = 31;

    /** Fonts of other scripts have numbers from here on, 512 for each script; Japanese is the first. */
    private static final int SCRIPTS = 16_384;

    private static final int FONTS_OF_A_SCRIPT = 512;
    private static final int MOST_FONTS = 256;

    int foreground = PictColour.BLACK;
    int background = PictColour.WHITE;
    Paint pen = Paint.FOREGROUND;
    Paint fill = Paint.FOREGROUND;
    Paint back = Paint.BACKGROUND;
    int penWidth = 1;
    int penHeight = 1;
    int penMode = 8;
    int penX;
    int penY;
    int textX;
    int textY;
    int font;
    int face;
    int textSize = 12;
    int ovalWidth;
    int ovalHeight;
    PictRect rectangle = PictRect.NONE;
    PictRect rounded = PictRect.NONE;
    PictRect oval = PictRect.NONE;
    PictRect arc = PictRect.NONE;
    PictRegion region = PictRegion.NONE;
    int[] polygon = {};

    private final Map<Integer, String> named = new HashMap<>();

    int penColour() {
        return pen.colour(foreground, background);
    }

    /** A name that the picture gives to a number; only what can be part of a font's name stays of it. */
    void name(int number, String name) {
        String plain = name.replaceAll("[^A-Za-z0-9 -]", "").strip();
        if (!plain.isEmpty() && named.size() < MOST_FONTS) {
            named.put(number, plain.substring(0, Math.min(LONGEST_NAME, plain.length())));
        }
    }

    String fontName() {
        String known = named.get(font);
        return known != null ? known : FONTS.getOrDefault(font, OTHER_FONT);
    }

    Charset charset() {
        boolean japanese = font >= SCRIPTS && font < SCRIPTS + FONTS_OF_A_SCRIPT;
        return Charset.forName(japanese ? "windows-31j" : "x-MacRoman");
    }
}

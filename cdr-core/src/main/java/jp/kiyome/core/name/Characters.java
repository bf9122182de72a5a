package jp.kiyome.core.name;

/** Characters of names that show nothing, or change how others are shown. */
final class Characters {

    /** White space in a row that pushes what follows out of sight. */
    private static final int PUSHING = 4;

    private Characters() {}

    /** Without invisible characters; long white space is one space, and none stands before the extension. */
    static String visible(String name) {
        StringBuilder visible = new StringBuilder(name.length());
        name.codePoints().filter(point -> !hides(point)).forEach(visible::appendCodePoint);
        return unpushed(visible);
    }

    /** Private-use characters stay: the names of people and places are written with them (外字). */
    private static boolean hides(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            // Letters and a symbol without ink: the Hangul fillers and the empty Braille pattern.
            default -> point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0 || point == 0x2800;
        };
    }

    private static String unpushed(CharSequence name) {
        StringBuilder text = new StringBuilder(name.length());
        int run = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean space = Character.isSpaceChar(c);
            if (!space && run > 0) {
                boolean extension = c == '.' && name.toString().indexOf('.', i + 1) < 0;
                text.append(extension ? "" : run >= PUSHING ? " " : name.subSequence(i - run, i));
            }
            run = space ? run + 1 : 0;
            if (!space) {
                text.append(c);
            }
        }
        // What stands at the very end is the portable name's business.
        return text.append(name, name.length() - run, name.length()).toString();
    }
}

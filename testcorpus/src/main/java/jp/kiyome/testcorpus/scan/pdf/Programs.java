package jp.kiyome.testcorpus.scan.pdf;

/** Looks at calculator functions (7.10.5), character maps (9.7.5), fonts (9.9) and colour profiles (ICC.1). Stateless. */
final class Programs {

    private static final int TABLE = 16;
    private static final int TAG = 12;
    private static final int PROFILE_HEADER = 128;

    private Programs() {}

    static void words(String program, String kind, String where, Found found) {
        Parser in = new Parser(program, 0);
        try {
            while (!in.done()) {
                Value value = in.value(false);
                if (value instanceof Value.Word word && !Lists.PDF.has(kind, word.text())) {
                    found.vector(where, kind + " " + word.text());
                }
                if (kind.equals("calculator") && !(value instanceof Value.Word || value instanceof Value.Num)) {
                    found.vector(where, "a value that is no number in a function");
                }
            }
        } catch (Parser.NoValue broken) {
            found.structure(where, "a program that breaks the grammar: " + broken.getMessage());
        }
        if (in.comments > 0) {
            found.vector(where, "a comment in a program");
        }
    }

    /** 9.9: TrueType by its tables; compact fonts by their header. */
    static void font(String program, String where, Found found) {
        if (program.startsWith("%!") || program.startsWith("\u0080\u0001")) {
            found.vector(where, "a font in PostScript");
        } else if (program.startsWith("\u0001\0")) {
            compact(program, where, found);
        } else if (program.startsWith("\0\u0001\0\0") || program.startsWith("OTTO") || program.startsWith("true")) {
            tables(program, where, found);
        } else {
            found.vector(where, "a font of no known kind");
        }
    }

    private static void tables(String program, String where, Found found) {
        int count = unsigned(program, 4, 2);
        int last = TAG + TABLE * count;
        for (int i = 0; i < count; i++) {
            int at = TAG + TABLE * i;
            if (at + TABLE > program.length()) {
                found.structure(where, "a table of tables that is cut");
                return;
            }
            String tag = program.substring(at, at + 4).replace(' ', '_');
            int offset = unsigned(program, at + 8, 4);
            int length = unsigned(program, at + TAG, 4);
            if (!Lists.PDF.has("table", tag)) {
                found.vector(where, "table " + tag);
            }
            if (offset < 0 || length < 0 || offset > program.length() - length) {
                found.structure(where, "table " + tag + " past the end");
            }
            last = Math.max(last, offset + (length + 3 & ~3));
        }
        if (last != program.length()) {
            found.structure(where, "bytes behind the last table");
        }
    }

    /** Adobe technical note 5176, section 2: the header is four bytes, and the name index stands right behind. */
    private static void compact(String program, String where, Found found) {
        if (unsigned(program, 2, 1) != 4 || unsigned(program, 4, 2) != 1) {
            found.structure(where, "a compact font with room behind its header, or of more than one font");
        }
    }

    static void profile(String profile, String where, Found found) {
        int count = unsigned(profile, PROFILE_HEADER, 4);
        if (profile.length() < PROFILE_HEADER + 4 || !profile.startsWith("acsp", 36) || count < 0 || count > 100) {
            found.vector(where, "no colour profile");
            return;
        }
        for (int i = 0; i < count; i++) {
            int at = PROFILE_HEADER + 4 + TAG * i;
            if (at + TAG > profile.length()) {
                found.structure(where, "a colour profile that is cut");
                return;
            }
            String tag = profile.substring(at, at + 4);
            int offset = unsigned(profile, at + 4, 4);
            int length = unsigned(profile, at + 8, 4);
            if (offset < 0 || length < 0 || offset > profile.length() - length) {
                found.structure(where, "colour profile tag " + tag + " past the end");
            }
            if (!Lists.PDF.has("profile", tag)) {
                found.vector(where, "colour profile tag " + tag);
            }
        }
    }

    private static int unsigned(String bytes, int at, int width) {
        int value = 0;
        for (int i = at; i < at + width; i++) {
            value = value << 8 | (i < bytes.length() ? bytes.charAt(i) : 0);
        }
        return value;
    }
}

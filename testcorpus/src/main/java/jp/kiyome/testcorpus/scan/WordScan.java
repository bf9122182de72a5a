package jp.kiyome.testcorpus.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Looks at a document of Word 97 to 2003 for what must not be there, and reads what it shows. Shares nothing with the engine. */
public final class WordScan {

    private static final Set<String> STREAMS =
            Set.of("WordDocument", "1Table", "Data", "\u0005SummaryInformation", "\u0005DocumentSummaryInformation");

    /** Pairs of the FIB that act, lead out or tell ([MS-DOC] 2.5.6). */
    private static final Set<Integer> PAIRS = Set.of(
            9, 10, 24, 25, 26, 27, 28, 29, 32, 35, 44, 45, 54, 60, 61, 62, 69, 70, 71, 72, 77, 78, 79, 80, 83, 85, 87);

    private static final Set<String> FIELDS = Set.of(
            "DDE",
            "DDEAUTO",
            "LINK",
            "EMBED",
            "IMPORT",
            "INCLUDE",
            "INCLUDEPICTURE",
            "INCLUDETEXT",
            "RD",
            "DATABASE",
            "ADDIN",
            "CONTROL",
            "HTMLCONTROL",
            "SHAPE",
            "OCX",
            "MACROBUTTON",
            "GOTOBUTTON",
            "ASK",
            "FILLIN",
            "SET",
            "IF",
            "MERGEFIELD",
            "AUTOTEXT",
            "AUTOTEXTLIST",
            "GLOSSARY",
            "PRINT",
            "PRIVATE",
            "TEMPLATE",
            "NEXT",
            "NEXTIF",
            "SKIPIF",
            "DATA");

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    private static final int ENCRYPTED = 0x100;

    private WordScan() {}

    static boolean is(Map<String, byte[]> streams) {
        return streams.containsKey("WordDocument");
    }

    static void look(Map<String, byte[]> streams, Check.Found found) {
        streams.keySet().stream().filter(name -> !STREAMS.contains(name)).forEach(name -> found.vector(name, "stream"));
        ByteBuffer fib = buffer(streams.getOrDefault("WordDocument", new byte[0]));
        if (fib.capacity() < 1024) {
            found.structure("FIB", "too short to be one");
            return;
        }
        if ((fib.getShort(10) & ENCRYPTED) != 0) {
            found.structure("FIB", "locked, so that nothing can be seen of it");
            return;
        }
        for (int i = 0; i < fib.getShort(152); i++) {
            if (fib.getInt(158 + 8 * i) != 0 && (PAIRS.contains(i) || i > 92)) {
                found.vector("FIB", "pair " + i);
            }
        }
        fields(text(streams), found);
        WordFormats.look(streams, found);
    }

    private static void fields(String text, Check.Found found) {
        for (int at = text.indexOf(0x13); at >= 0; at = text.indexOf(0x13, at + 1)) {
            int end = at + 1;
            while (end < text.length() && (text.charAt(end) < 0x13 || text.charAt(end) > 0x15)) {
                end++;
            }
            String instruction = text.substring(at + 1, end).strip();
            String name = instruction.split("[ \\\\\"]", 2)[0].toUpperCase(Locale.ROOT);
            if (FIELDS.contains(name)) {
                found.vector("field", instruction);
            }
            if (name.equals("HYPERLINK")) {
                link(instruction, found);
            }
        }
    }

    private static void link(String instruction, Check.Found found) {
        String[] words = instruction.split("\"", 3);
        if (words.length < 2 || words[0].contains("\\l")) {
            return;
        }
        String scheme = words[1].split(":", 2)[0].toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            found.vector("link", words[1]);
        }
    }

    /** All stories, one behind the other, with the characters of fields. */
    static String text(Map<String, byte[]> streams) {
        ByteBuffer word = buffer(streams.getOrDefault("WordDocument", new byte[0]));
        String name = (word.getShort(10) & 0x200) != 0 ? "1Table" : "0Table";
        ByteBuffer table = buffer(streams.getOrDefault(name, new byte[0]));
        int at = word.getInt(154 + 8 * 33);
        while (table.get(at) == 1) {
            at += 3 + table.getShort(at + 1);
        }
        int count = (table.getInt(at + 1) - 4) / 12;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int length = table.getInt(at + 9 + 4 * i) - table.getInt(at + 5 + 4 * i);
            int fc = table.getInt(at + 5 + 4 * (count + 1) + 8 * i + 2);
            boolean small = (fc & 1 << 30) != 0;
            int from = fc & (1 << 30) - 1;
            byte[] bytes = new byte[small ? length : length * 2];
            word.get(small ? from / 2 : from, bytes);
            text.append(new String(bytes, small ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE));
        }
        return text.toString();
    }

    /** What a reader sees: no instructions of fields, no characters that are marks. */
    public static String shown(byte[] file) {
        return text(CompoundStreams.of(file))
                .replaceAll("\u0013[^\u0013\u0014\u0015]*[\u0014\u0015]", "")
                .replaceAll("[\u0001-\u0008\u0013-\u0015]", "");
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

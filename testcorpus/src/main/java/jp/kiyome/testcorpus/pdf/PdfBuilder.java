package jp.kiyome.testcorpus.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.Deflater;

/** A PDF file by its objects: text of dictionaries as they stand in the file, one character a byte. Not thread-safe. */
public final class PdfBuilder {

    /** What the page shows. */
    public static final String SHOWN = "BT\n/F1 24 Tf\n72 700 Td\n(Kiyome) Tj\nET\n";

    private final TreeMap<Integer, String> objects = new TreeMap<>();
    private String trailer = "";

    private PdfBuilder() {}

    /** Puts more entries into the trailer of a file written plainly. */
    PdfBuilder trailer(String entries) {
        trailer = entries;
        return this;
    }

    /** One page with one line of text: 1 catalogue, 2 page tree, 3 page, 4 contents, 5 font. */
    public static PdfBuilder onePage() {
        return new PdfBuilder()
                        .object(1, "<</Type/Catalog/Pages 2 0 R>>")
                        .object(2, "<</Type/Pages/Count 1/Kids[3 0 R]>>")
                        .object(
                                3,
                                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>")
                        .stream(4, "", SHOWN)
                        .object(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    }

    public PdfBuilder object(int number, String body) {
        objects.put(number, body);
        return this;
    }

    /** Puts a stream with these {@code entries} of its dictionary besides the length. */
    public PdfBuilder stream(int number, String entries, String data) {
        return object(number, "<<" + entries + "/Length " + data.length() + ">>\nstream\n" + data + "\nendstream");
    }

    /** Puts more entries at the end of a dictionary. */
    public PdfBuilder add(int number, String entries) {
        String body = objects.get(number);
        if (body == null) {
            throw new IllegalArgumentException("no object " + number);
        }
        return object(number, body.substring(0, body.length() - 2) + entries + ">>");
    }

    /** Whether a text stands in an object as it is written. */
    boolean holds(String text) {
        return objects.values().stream().anyMatch(body -> body.contains(text));
    }

    public PdfBuilder copy() {
        PdfBuilder copy = new PdfBuilder();
        copy.objects.putAll(objects);
        return copy;
    }

    NavigableMap<Integer, String> objects() {
        return objects;
    }

    public byte[] plain() {
        return bytes(text());
    }

    String text() {
        return written("%PDF-1.7\n", objects, trailer);
    }

    /** Where the table of a file that {@link #text} made stands. */
    static long tableOf(String file) {
        int start = file.lastIndexOf("startxref\n") + 10;
        return Long.parseLong(file.substring(start, file.indexOf('\n', start)));
    }

    /** A row of a table: an object that stands there. */
    static String row(int offset) {
        return String.format(Locale.ROOT, "%010d 00000 n \n", offset);
    }

    /** A number in three bytes. */
    static String three(int number) {
        return "" + (char) (number >> 16 & 255) + (char) (number >> 8 & 255) + (char) (number & 255);
    }

    /** A second save that puts these objects in the place of those of {@code before}. */
    public byte[] asUpdateOf(PdfBuilder before) {
        String first = written("%PDF-1.7\n", before.objects, "");
        TreeMap<Integer, String> changed = new TreeMap<>(objects);
        changed.entrySet().removeIf(e -> e.getValue().equals(before.objects.get(e.getKey())));
        return bytes(written(first, changed, "/Prev " + tableOf(first)));
    }

    /** Every letter of every name that is not one of the few needed to find the objects as {@code #xx} (7.3.5). */
    public byte[] withEscapedNames() {
        TreeMap<Integer, String> escaped = new TreeMap<>();
        objects.forEach((number, body) -> {
            int data = body.indexOf("stream\n");
            String head = data < 0 ? body : body.substring(0, data);
            escaped.put(number, escapedNames(head) + (data < 0 ? "" : body.substring(data)));
        });
        return bytes(written("%PDF-1.7\n", escaped, ""));
    }

    private static String escapedNames(String text) {
        StringBuilder escaped = new StringBuilder();
        boolean name = false;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '/' && depth == 0) {
                name = true;
                escaped.append(c);
            } else if (name && Character.isLetterOrDigit(c)) {
                escaped.append('#').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                name = false;
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** All objects that are no streams in one object stream, and a cross-reference stream (7.5.7, 7.5.8). */
    public byte[] inObjectStreams() {
        StringBuilder file = new StringBuilder("%PDF-1.7\n");
        StringBuilder header = new StringBuilder();
        StringBuilder bodies = new StringBuilder();
        int holder = objects.lastKey() + 1;
        int count = 0;
        Map<Integer, int[]> rows = new TreeMap<>();
        for (Map.Entry<Integer, String> object : objects.entrySet()) {
            if (object.getValue().endsWith("endstream")) {
                rows.put(object.getKey(), new int[] {1, file.length(), 0});
                file.append(object.getKey())
                        .append(" 0 obj\n")
                        .append(object.getValue())
                        .append("\nendobj\n");
            } else {
                header.append(object.getKey())
                        .append(' ')
                        .append(bodies.length())
                        .append(' ');
                rows.put(object.getKey(), new int[] {2, holder, count++});
                bodies.append(object.getValue()).append('\n');
            }
        }
        rows.put(holder, new int[] {1, file.length(), 0});
        String packed = deflated(header.toString() + bodies);
        file.append(holder + " 0 obj\n<</Type/ObjStm/N " + count + "/First " + header.length()
                + "/Filter/FlateDecode/Length " + packed.length() + ">>\nstream\n" + packed + "\nendstream\nendobj\n");
        int start = file.length();
        rows.put(holder + 1, new int[] {1, start, 0});
        StringBuilder table = new StringBuilder("\0\0\0\0\0");
        rows.forEach((number, row) -> table.append((char) row[0])
                .append((char) (row[1] >> 16 & 255))
                .append((char) (row[1] >> 8 & 255))
                .append((char) (row[1] & 255))
                .append((char) row[2]));
        String cross = deflated(table.toString());
        file.append(holder + 1)
                .append(" 0 obj\n<</Type/XRef/Root 1 0 R/W[1 3 1]/Size " + (holder + 2)
                        + index(rows) + "/Filter/FlateDecode/Length " + cross.length() + ">>\nstream\n" + cross
                        + "\nendstream\nendobj\nstartxref\n" + start + "\n%%EOF\n");
        return bytes(file.toString());
    }

    private static String index(Map<Integer, int[]> rows) {
        StringBuilder index = new StringBuilder("/Index[0 1");
        rows.keySet().forEach(number -> index.append(' ').append(number).append(" 1"));
        return index + "]";
    }

    /** RC4 of forty bits, which opens with the empty password. */
    public byte[] encrypted() {
        OldEncryption encryption = new OldEncryption();
        TreeMap<Integer, String> locked = new TreeMap<>();
        objects.forEach((number, body) -> locked.put(number, encryption.object(number, body)));
        int dictionary = objects.lastKey() + 1;
        locked.put(dictionary, encryption.dictionary());
        return bytes(written(
                "%PDF-1.7\n",
                locked, "/Encrypt " + dictionary + " 0 R/ID[<" + OldEncryption.ID + "><" + OldEncryption.ID + ">]"));
    }

    /** AES, of which some is left out. */
    byte[] partlyEncrypted(MixedEncryption encryption) {
        TreeMap<Integer, String> locked = new TreeMap<>();
        objects.forEach((number, body) -> locked.put(number, encryption.object(number, body)));
        int dictionary = objects.lastKey() + 1;
        locked.put(dictionary, encryption.dictionary());
        return bytes(written(
                "%PDF-1.7\n",
                locked,
                "/Encrypt " + dictionary + " 0 R/ID[<" + MixedEncryption.ID + "><" + MixedEncryption.ID + ">]"));
    }

    private static String written(String before, Map<Integer, String> objects, String trailer) {
        StringBuilder file = new StringBuilder(before);
        TreeMap<Integer, Integer> offsets = new TreeMap<>();
        objects.forEach((number, body) -> {
            offsets.put(number, file.length());
            file.append(number).append(" 0 obj\n").append(body).append("\nendobj\n");
        });
        int start = file.length();
        file.append("xref\n");
        if (before.length() < 20) {
            file.append("0 1\n0000000000 65535 f \n");
        }
        int highest = 0;
        for (Map.Entry<Integer, Integer> entry : offsets.entrySet()) {
            file.append(entry.getKey()).append(" 1\n");
            file.append(row(entry.getValue()));
            highest = entry.getKey();
        }
        int size = Math.max(highest + 1, 100);
        file.append("trailer\n<</Size " + size + "/Root 1 0 R" + trailer + ">>\nstartxref\n" + start + "\n%%EOF\n");
        return file.toString();
    }

    static String deflated(String text) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(bytes(text));
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toString(StandardCharsets.ISO_8859_1);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

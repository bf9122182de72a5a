package jp.kiyome.testcorpus.scan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at the objects of a PDF output, those in object streams too, for names that must not be there. Shares no code with the handler. */
final class PdfCheck {

    private static final Set<String> FORBIDDEN = Set.of(
            "JavaScript",
            "JS",
            "Launch",
            "GoToR",
            "GoToE",
            "SubmitForm",
            "ImportData",
            "ResetForm",
            "Named",
            "Hide",
            "SetOCGState",
            "Rendition",
            "RichMedia",
            "RichMediaExecute",
            "GoTo3DView",
            "AA",
            "EmbeddedFile",
            "EmbeddedFiles",
            "EF",
            "AF",
            "FileAttachment",
            "Screen",
            "Movie",
            "Sound",
            "3D",
            "XFA",
            "PieceInfo",
            "Metadata",
            "Info",
            "OPI",
            "Alternates",
            "Ref",
            "PS",
            "FFilter",
            "Thumb",
            "JBIG2Decode",
            "JPXDecode",
            "LZWDecode",
            "Crypt",
            "Sig",
            "Perms",
            "Thread",
            "Collection",
            "NeedAppearances",
            "CO",
            "FontFile",
            "SpiderInfo");

    private static final Pattern NAME = Pattern.compile("/([^\\s/\\[\\](){}<>%]*)");
    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n.*?\\nendstream", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("\\((?:[^()\\\\]|\\\\.)*\\)", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("/URI\\((?!https?:|mailto:)");

    private PdfCheck() {}

    /** What stands in a file, or in an object stream that was inflated from one. */
    static List<Survivor> look(Layer layer, boolean file) {
        String text = new String(layer.bytes(), StandardCharsets.ISO_8859_1);
        TreeSet<Survivor> found = new TreeSet<>();
        String objects = STREAM.matcher(text).replaceAll("stream");
        if (LINK.matcher(objects).find()) {
            found.add(new Survivor(Survivor.Kind.VECTOR, layer.path(), "a link that leads elsewhere"));
        }
        Matcher names = NAME.matcher(STRING.matcher(objects).replaceAll("()"));
        while (names.find()) {
            if (FORBIDDEN.contains(unescaped(names.group(1)))) {
                found.add(new Survivor(Survivor.Kind.VECTOR, layer.path(), names.group(1)));
            }
        }
        if (file) {
            structure(layer, text, found);
        }
        return List.copyOf(found);
    }

    private static void structure(Layer layer, String text, Set<Survivor> found) {
        boolean one = text.startsWith("%PDF-1.7\n")
                && text.endsWith("%%EOF\n")
                && text.indexOf("startxref\n") == text.lastIndexOf("startxref\n");
        if (!one) {
            found.add(new Survivor(
                    Survivor.Kind.STRUCTURE, layer.path(), "more than one revision, or something around it"));
        }
    }

    private static String unescaped(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '#' && i + 2 < name.length()) {
                text.append((char) Integer.parseInt(name.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                text.append(name.charAt(i));
            }
        }
        return text.toString();
    }
}

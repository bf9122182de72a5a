package jp.kiyome.testcorpus.scan;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no rebuilt RTF file holds: objects, binary data, what leads out, unknown groups, and whatever programs read differently. */
public final class RtfScan {

    private static final Pattern TOKEN = Pattern.compile(
            "\\\\([A-Za-z]+)(-?[0-9]+)? ?|\\\\'([0-9a-f]{2})|\\\\([^A-Za-z'])|([{}])|\\n|([ -\\[\\]-z|~]+)");
    private static final Set<String> NEVER = Set.of(
            "bin",
            "object",
            "objdata",
            "objclass",
            "objautlink",
            "objlink",
            "objocx",
            "objupdate",
            "template",
            "datastore",
            "datafield",
            "docvar",
            "userprops",
            "generator",
            "rsidtbl",
            "filetbl",
            "subdocument",
            "mailmerge",
            "fontemb",
            "fontfile",
            "htmltag",
            "author",
            "company",
            "operator",
            "upr",
            "ud",
            "themedata",
            "macpict",
            "ffentrymcr",
            "ffexitmcr",
            "pFragments");
    private static final Pattern FIELD = Pattern.compile(
            "(?i)\\b(DDE|DDEAUTO|LINK|INCLUDE\\w*|IMPORT|EMBED|DATABASE|MACROBUTTON|GOTOBUTTON|AUTOTEXT)\\b");
    private static final int DEEPEST = 300;

    private RtfScan() {}

    static boolean is(Layer layer) {
        return layer.path().isEmpty() && layer.startsWith('{', '\\', 'r', 't');
    }

    static void look(Layer layer, Check.Found found) {
        String text = new String(layer.bytes(), StandardCharsets.ISO_8859_1);
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        int depth = 0;
        RtfNumbers numbers = new RtfNumbers(found);
        while (token.find() && token.start() == at) {
            at = token.end();
            if (token.group(5) != null) {
                depth += token.group(5).equals("{") ? 1 : -1;
                if (depth > DEEPEST) {
                    found.structure("rtf", "nested too deeply");
                }
                if (depth == 0) {
                    break;
                }
            } else if (token.group(1) != null) {
                if (NEVER.contains(token.group(1))) {
                    found.vector("rtf", token.group(1));
                }
                numbers.word(token.group(1), token.group(2) == null ? "" : token.group(2));
            }
        }
        if (depth != 0 || !text.substring(at).isBlank()) {
            found.structure("rtf", "something at " + at + " that is no token, or stands behind the end");
        }
        instructions(text, found);
        RtfNumbers.arrays(text, found);
    }

    private static void instructions(String text, Check.Found found) {
        for (int at = text.indexOf("\\fldinst"); at >= 0; at = text.indexOf("\\fldinst", at + 1)) {
            int end = text.indexOf("\\fldrslt", at);
            String instruction = text.substring(at + 8, end < 0 ? Math.min(text.length(), at + 4096) : end)
                    .replaceAll("\\\\[a-z]+-?[0-9]* ?|[{}\\n]", "");
            boolean leadsOut =
                    instruction.matches("(?is).*HYPERLINK\\s+\"?(file|\\\\\\\\|javascript|vbscript|data|ms-).*");
            if (FIELD.matcher(instruction).find() && !instruction.contains("HYPERLINK") || leadsOut) {
                found.vector("rtf", instruction);
            }
        }
    }

    /** The characters between control words, for tests that compare what is shown: bytes beyond ASCII as they are. */
    public static String shown(byte[] file) {
        StringBuilder shown = new StringBuilder();
        Matcher token = TOKEN.matcher(new String(file, StandardCharsets.ISO_8859_1));
        int hidden = 0;
        int depth = 0;
        int fallback = 0;
        while (token.find()) {
            String word = token.group(1) == null ? "" : token.group(1);
            if (token.group(5) != null) {
                depth += token.group(5).equals("{") ? 1 : -1;
                hidden = depth < hidden ? 0 : hidden;
            } else if ("*".equals(token.group(4))
                    || Set.of("fonttbl", "colortbl", "stylesheet", "pict", "info", "sn", "sv")
                            .contains(word)) {
                hidden = hidden == 0 ? depth : hidden;
            } else if (hidden == 0 && word.equals("u") && token.group(2) != null) {
                shown.append((char) Integer.parseInt(token.group(2)));
                fallback = 1;
            } else if (hidden == 0 && token.group(3) != null) {
                shown.append((char) Integer.parseInt(token.group(3), 16));
            } else if (hidden == 0 && token.group(6) != null) {
                shown.append(token.group(6)
                        .substring(Math.min(fallback, token.group(6).length())));
                fallback = 0;
            } else if (hidden == 0 && token.group(4) != null && "\\{}".contains(token.group(4))) {
                shown.append(token.group(4));
            }
        }
        return shown.toString();
    }
}

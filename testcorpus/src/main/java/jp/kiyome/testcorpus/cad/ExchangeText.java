package jp.kiyome.testcorpus.cad;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a drawing says, a line an object, read with means of its own: JWW, SFC, ISO 10303-21, IGES. Stateless. */
public final class ExchangeText {

    private static final Pattern FEATURE =
            Pattern.compile("/\\*(SXF[0-9.]*)\\s+#([0-9]+)\\s*=\\s*(\\w+)\\s*\\((.*?)\\)\\s*\\1\\*/", Pattern.DOTALL);
    private static final Pattern STRING_OR_COMMENT = Pattern.compile("'(?:[^']|'')*'|/\\*.*?\\*/|\\s+", Pattern.DOTALL);

    private ExchangeText() {}

    public static List<String> of(byte[] file) {
        if (JwwDump.is(file)) {
            return JwwDump.of(file);
        }
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (text.startsWith("<?xml")) {
            return attributes(new String(file, StandardCharsets.UTF_8));
        }
        if (!text.startsWith("ISO-10303-21")) {
            return iges(text);
        }
        return text.contains("feature_mode")
                ? features(new String(file, Charset.forName("windows-31j")))
                : instances(text);
    }

    private static List<String> features(String text) {
        List<String> said = new ArrayList<>();
        for (Matcher m = FEATURE.matcher(text); m.find(); ) {
            said.add(m.group(1) + " " + m.group(2) + " " + m.group(3) + " " + m.group(4));
        }
        return said;
    }

    private static List<String> instances(String text) {
        List<String> said = new ArrayList<>();
        String data = text.substring(text.indexOf("DATA"));
        String bare = STRING_OR_COMMENT
                .matcher(data)
                .replaceAll(m -> m.group().startsWith("'") ? Matcher.quoteReplacement(m.group()) : "");
        for (Matcher m = Pattern.compile("#[0-9]+=(?:[^;']|'(?:[^']|'')*')*;").matcher(bare); m.find(); ) {
            said.add(m.group());
        }
        return said;
    }

    private static List<String> attributes(String text) {
        return List.of(text.substring(text.indexOf("<SxfAttributeXML")).replaceAll("\\s+", ""));
    }

    /** Types and parameters by the numbers of the entries; null entities say nothing. */
    private static List<String> iges(String text) {
        TreeMap<Integer, String> entities = new TreeMap<>();
        for (String line : text.split("\r?\n", -1)) {
            if (line.length() == 80 && line.charAt(72) == 'P') {
                entities.merge(Integer.parseInt(line.substring(64, 72).strip()), line.substring(0, 64), String::concat);
            }
        }
        return entities.entrySet().stream()
                .map(entity -> entity.getKey() + " " + bare(entity.getValue()))
                .filter(said -> !said.endsWith(" 0;"))
                .toList();
    }

    private static String bare(String values) {
        return values.replaceAll("(?<=,) +", "").strip();
    }
}

package jp.kiyome.message.write;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.message.text.EncodedWords;

/** Writes names of files as parameters (RFC 2231), and as encoded words beside it for readers that know no RFC 2231. Stateless. */
public final class Parameters {

    /** Characters of a section, so that its line has 76 at most. */
    private static final int SECTION = 54;

    private static final String HEX = "0123456789ABCDEF";
    private static final String ATTRIBUTE = "!#$&+-.^_`|~";

    private Parameters() {}

    /** {@code filename=} of Content-Disposition: quoted where ASCII will do, else by RFC 2231. */
    public static List<String> fileName(String name) {
        if (quotable(name)) {
            return List.of("filename=\"" + name + "\"");
        }
        List<String> sections = sections(name);
        if (sections.size() == 1) {
            return List.of("filename*=" + sections.getFirst());
        }
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            parameters.add("filename*" + i + "*=" + sections.get(i));
        }
        return parameters;
    }

    /** {@code name=} of Content-Type, which says the same in encoded words. */
    public static String name(String name) {
        return quotable(name)
                ? "name=\"" + name + "\""
                : "name=\"" + String.join("\r\n ", EncodedWords.of(name, Encoding.UTF_8)) + "\"";
    }

    /** A value and its parameters, each on a line of its own but for the first line. */
    public static HeaderLine field(String field, String value, List<String> parameters) {
        StringBuilder text = new StringBuilder(value);
        parameters.forEach(parameter -> text.append(";\r\n ").append(parameter));
        return new HeaderLine(field, text.toString());
    }

    /** Whether a text may stand between quotes as it is. */
    public static boolean quotable(String text) {
        boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '"' && c != '\\' && c != '%');
        return plain && text.length() <= SECTION && !text.contains("=?");
    }

    private static List<String> sections(String name) {
        List<String> sections = new ArrayList<>();
        StringBuilder open = new StringBuilder("UTF-8''");
        for (int at = 0; at < name.length(); ) {
            int point = name.codePointAt(at);
            String coded = coded(point);
            if (open.length() + coded.length() > SECTION) {
                sections.add(open.toString());
                open.setLength(0);
            }
            open.append(coded);
            at += Character.charCount(point);
        }
        sections.add(open.toString());
        return sections;
    }

    private static String coded(int point) {
        if (Ascii.isLetterOrDigit(point) || point < 0x80 && ATTRIBUTE.indexOf(point) >= 0) {
            return Character.toString(point);
        }
        StringBuilder coded = new StringBuilder();
        for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            coded.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
        }
        return coded.toString();
    }
}

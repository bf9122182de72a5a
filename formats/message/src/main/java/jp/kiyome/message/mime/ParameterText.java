package jp.kiyome.message.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import jp.kiyome.message.text.Charsets;
import jp.kiyome.message.text.Hex;
import jp.kiyome.message.text.Words;

/** Every reading of a parameter's text: plain, divided, percent-encoded (RFC 2231), with encoded words in it, and raw. Stateless. */
final class ParameterText {

    private ParameterText() {}

    /** The readings, those of RFC 2231 first; equal ones stand once. */
    static List<String> readings(FieldValue value, String name) {
        List<Parameter> all = value.of(name);
        List<String> readings = new ArrayList<>();
        sections(all).ifPresent(text -> add(readings, text));
        all.stream().filter(p -> p.section() < 0 && p.extended()).forEach(p -> add(readings, extended(p.value())));
        all.stream().filter(Parameter::plain).forEach(p -> add(readings, plain(p.value())));
        return readings;
    }

    /** Whether the parameter stands more than once in one form, or its sections are not in order from 0. */
    static boolean disordered(FieldValue value, String name) {
        List<Parameter> all = value.of(name);
        long plain = all.stream().filter(Parameter::plain).count();
        long whole = all.stream().filter(p -> p.section() < 0 && p.extended()).count();
        int next = 0;
        for (Parameter p : all) {
            if (p.section() >= 0 && p.section() != next++) {
                return true;
            }
        }
        return plain > 1 || whole > 1 || (whole > 0 && next > 0);
    }

    private static void add(List<String> readings, String text) {
        if (!text.isEmpty() && !readings.contains(text)) {
            readings.add(text);
        }
    }

    private static String plain(String value) {
        return value.indexOf('%') >= 0 && value.indexOf("''") > 0
                ? extended(value)
                : Words.decode(value).text();
    }

    /** RFC 2231 §3: the charset of the first section holds for all. */
    private static Optional<String> sections(List<Parameter> all) {
        TreeMap<Integer, Parameter> byNumber = new TreeMap<>();
        all.stream().filter(p -> p.section() >= 0).forEach(p -> byNumber.putIfAbsent(p.section(), p));
        if (byNumber.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        boolean encoded = false;
        boolean first = true;
        for (Parameter p : byNumber.values()) {
            String text = p.value();
            if (p.extended() && first && tick(text) >= 0) {
                charset = text.substring(0, text.indexOf('\''));
                text = text.substring(tick(text) + 1);
            }
            encoded |= p.extended();
            bytes.writeBytes(p.extended() ? percent(text) : text.getBytes(StandardCharsets.ISO_8859_1));
            first = false;
        }
        byte[] joined = bytes.toByteArray();
        return Optional.of(
                encoded
                        ? Charsets.decode(joined, Charsets.choose(joined, charset))
                        : Words.decode(new String(joined, StandardCharsets.ISO_8859_1))
                                .text());
    }

    /** {@code charset'language'percent-encoded}; without the ticks, all of it is the text. */
    private static String extended(String value) {
        int tick = tick(value);
        byte[] bytes = percent(tick < 0 ? value : value.substring(tick + 1));
        return Charsets.decode(bytes, Charsets.choose(bytes, tick < 0 ? "" : value.substring(0, value.indexOf('\''))));
    }

    private static int tick(String value) {
        int first = value.indexOf('\'');
        return first < 0 ? -1 : value.indexOf('\'', first + 1);
    }

    private static byte[] percent(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            int code = text.charAt(i) == '%' ? Hex.at(text, i + 1) : -1;
            bytes.write(code >= 0 ? code : text.charAt(i));
            i += code >= 0 ? 2 : 0;
        }
        return bytes.toByteArray();
    }
}

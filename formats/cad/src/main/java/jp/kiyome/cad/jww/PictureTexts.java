package jp.kiyome.cad.jww;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that place a picture: {@code ^@BM}, its path, and behind commas its size and more. Jw_cad opens that path when it shows the
 * drawing; only pictures of the file itself, {@code %temp%NAME}, are let to. Not thread-safe.
 */
final class PictureTexts {

    private static final String MARK = "^@BM";
    private static final Pattern MARKS = Pattern.compile("\\^@BM?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SOUND = Pattern.compile("[^,%\\\\/:]+");
    private static final Pattern EMBEDDED =
            Pattern.compile("\\^@BM%temp%([^,%\\\\/:]+)((?:,[-+0-9.eE]+){2,24})", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> names;

    private PictureTexts(Map<String, String> names) {
        this.names = new LinkedHashMap<>(names);
    }

    /** @param names of the pictures that the output holds, by their {@link #key} in the input */
    static PictureTexts of(Map<String, String> names) {
        return new PictureTexts(names);
    }

    /** How a name is looked for: Windows does not mind the case. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether a picture can be called so where a text places it. */
    static boolean sound(String name) {
        return SOUND.matcher(name).matches();
    }

    /** The {@link #key} of the picture of the file itself that a text places. */
    static Optional<String> asked(String text) {
        Matcher embedded = EMBEDDED.matcher(text);
        return embedded.matches() ? Optional.of(key(embedded.group(1))) : Optional.empty();
    }

    String judged(String text, String structure, Noted noted) {
        if (!MARKS.matcher(text).find()) {
            return text;
        }
        Matcher embedded = EMBEDDED.matcher(text);
        if (embedded.matches()) {
            Optional<String> name = Optional.ofNullable(names.get(key(embedded.group(1))));
            if (name.isPresent()) {
                return MARK + "%temp%" + name.get() + embedded.group(2);
            }
        }
        noted.replaced("jww.external-picture", structure, "content", text);
        return plain(text);
    }

    /** The file's bare name, without what would make a picture of it. */
    private static String plain(String text) {
        Matcher marks = MARKS.matcher(text);
        String rest = marks.replaceAll("");
        // What was around a mark may make another.
        for (marks = MARKS.matcher(rest); marks.find(); marks = MARKS.matcher(rest)) {
            rest = marks.replaceAll("");
        }
        String path = rest.contains(",") ? rest.substring(0, rest.indexOf(',')) : rest;
        int directory = Math.max(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')), path.lastIndexOf(':'));
        return path.substring(directory + 1).replaceFirst("^%[^%]*%", "");
    }
}

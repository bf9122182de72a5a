package jp.kiyome.cad.jww;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts at (0, -1000), below every page: there Jw_cad 7 and 8 keep settings of display and printing. Those of
 * {@code settings.allow} whose value is a number stay; printers' names and whatever else hides there goes. Stateless.
 */
final class Settings {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_]{1,40}) = (-?[0-9]{1,6})");
    private static final Set<String> KNOWN = known();

    private Settings() {}

    /** Whether an object is a text of that place that must not stay. */
    static boolean goes(String structure, Values values) {
        if (!structure.equals("CDataMoji") || values.real("start-x") != 0 || values.real("start-y") != -1000) {
            return false;
        }
        Matcher setting = FORM.matcher(values.text("content"));
        return !setting.matches() || !KNOWN.contains(setting.group(1));
    }

    private static Set<String> known() {
        try (InputStream in = Settings.class.getResourceAsStream("settings.allow")) {
            if (in == null) {
                throw new IllegalStateException("no settings.allow");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

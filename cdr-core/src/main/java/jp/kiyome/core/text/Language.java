package jp.kiyome.core.text;

import java.util.Map;

/** The languages that texts for people come in. */
public enum Language {
    JAPANESE,
    ENGLISH;

    /** By the variables that POSIX names for it, in their order: {@code LC_ALL}, {@code LC_MESSAGES}, {@code LANG}. */
    public static Language ofEnvironment(Map<String, String> environment) {
        for (String variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String locale = environment.getOrDefault(variable, "");
            if (!locale.isEmpty()) {
                return locale.startsWith("ja") ? JAPANESE : ENGLISH;
            }
        }
        return ENGLISH;
    }
}

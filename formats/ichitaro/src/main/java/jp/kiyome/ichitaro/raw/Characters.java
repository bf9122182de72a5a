package jp.kiyome.ichitaro.raw;

/** Which units of UTF-16 are characters of a text or a name. Stateless. */
public final class Characters {

    private Characters() {}

    /** Whether the unit at {@code at} is a character, or half of one that is whole. */
    public static boolean isText(int[] units, int at) {
        int unit = units[at];
        if (Character.isHighSurrogate((char) unit)) {
            return at + 1 < units.length && Character.isLowSurrogate((char) units[at + 1]);
        }
        if (Character.isLowSurrogate((char) unit)) {
            return at > 0 && Character.isHighSurrogate((char) units[at - 1]);
        }
        return isCharacter(unit);
    }

    private static boolean isCharacter(int unit) {
        boolean control = unit < 0x20 || unit >= 0x7F && unit < 0xA0;
        boolean none = unit >= 0xFFFE || unit >= 0xFDD0 && unit <= 0xFDEF;
        return !control && !none;
    }

    /** A name without what is no character of one, cut where it is too long. */
    public static String name(String raw, int longest) {
        int[] units = raw.chars().toArray();
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < units.length && kept.length() < longest; i++) {
            if (isText(units, i)) {
                kept.append((char) units[i]);
            }
        }
        boolean half = !kept.isEmpty() && Character.isHighSurrogate(kept.charAt(kept.length() - 1));
        return half ? kept.substring(0, kept.length() - 1) : kept.toString();
    }
}

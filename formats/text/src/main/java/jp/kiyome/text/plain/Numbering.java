package jp.kiyome.text.plain;

/** Numbers of list items as {@code type} wants them; what no letter or Roman numeral can say is said in digits. */
final class Numbering {

    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] NUMERALS = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};

    private Numbering() {}

    static String of(int number, String type) {
        return switch (type) {
            case "a" ->
                number >= 1 && number <= 26 ? String.valueOf((char) ('a' + number - 1)) : Integer.toString(number);
            case "A" ->
                number >= 1 && number <= 26 ? String.valueOf((char) ('A' + number - 1)) : Integer.toString(number);
            case "i" -> roman(number);
            case "I" -> roman(number).toUpperCase(java.util.Locale.ROOT);
            default -> Integer.toString(number);
        };
    }

    private static String roman(int number) {
        if (number < 1 || number > 3999) {
            return Integer.toString(number);
        }
        StringBuilder text = new StringBuilder();
        int left = number;
        for (int i = 0; i < VALUES.length; i++) {
            while (left >= VALUES[i]) {
                text.append(NUMERALS[i]);
                left -= VALUES[i];
            }
        }
        return text.toString();
    }
}

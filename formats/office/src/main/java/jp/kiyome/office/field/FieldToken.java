package jp.kiyome.office.field;

/** A part of an instruction. */
sealed interface FieldToken {

    /** As it is written into an instruction. */
    String written();

    /** A backslash and one character, in lower case. */
    record Switch(char letter) implements FieldToken {
        @Override
        public String written() {
            return "\\" + letter;
        }
    }

    /**
     * A word, or a text in quotes.
     *
     * @param raw with the backslashes that escape quotes and backslashes, without the quotes around it
     */
    record Text(String raw, boolean quoted) implements FieldToken {
        @Override
        public String written() {
            return quoted ? '"' + raw + '"' : raw;
        }

        /** What the escapes stand for. */
        String value() {
            StringBuilder value = new StringBuilder(raw.length());
            for (int i = 0; i < raw.length(); i++) {
                boolean escapes = raw.charAt(i) == '\\'
                        && i + 1 < raw.length()
                        && (raw.charAt(i + 1) == '\\' || raw.charAt(i + 1) == '"');
                i += escapes ? 1 : 0;
                value.append(raw.charAt(i));
            }
            return value.toString();
        }
    }
}

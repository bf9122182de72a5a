package jp.kiyome.text.plain;

/** Text of one paragraph while it is put together: white space as one blank, but for what has to stay. Not thread-safe. */
final class Inline {

    private final StringBuilder text = new StringBuilder();

    void characters(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if (!blank) {
                text.append(c == '\u00A0' ? ' ' : c);
            } else if (!text.isEmpty() && !endsInBlank()) {
                text.append(' ');
            }
        }
    }

    /** As it is. */
    void exactly(String characters) {
        text.append(characters);
    }

    void lineEnd() {
        strip();
        text.append('\n');
    }

    boolean isEmpty() {
        return text.toString().isBlank();
    }

    int length() {
        return text.length();
    }

    String from(int start) {
        return text.substring(Math.min(start, text.length())).strip();
    }

    void cut(int length) {
        text.setLength(Math.min(length, text.length()));
    }

    String taken() {
        strip();
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    private boolean endsInBlank() {
        char last = text.charAt(text.length() - 1);
        return last == ' ' || last == '\n';
    }

    private void strip() {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
    }
}

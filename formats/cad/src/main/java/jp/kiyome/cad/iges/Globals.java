package jp.kiyome.cad.iges;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The global section (IGES 5.3, 2.2.4.3).
 *
 * @param between the delimiter of values in the input
 * @param behind the delimiter of records in the input
 * @param fields as they are written, with the usual delimiters
 */
record Globals(char between, char behind, List<Field> fields) {

    private static final int PRODUCT = 2;
    private static final int FILE = 3;
    private static final int SYSTEM = 4;
    private static final int PREPROCESSOR = 5;
    private static final int RECEIVER = 11;
    private static final int DATE = 17;
    private static final int AUTHOR = 20;
    private static final int ORGANIZATION = 21;
    private static final int MODIFIED = 24;
    private static final int PROTOCOL = 25;
    private static final int MOST = 26;

    /** @param removed takes code and place of what does not stay */
    static Globals of(String data, BiConsumer<String, String> removed) {
        char between = delimiter(data, 0, ',');
        int second = data.startsWith("1H") ? 4 : data.indexOf(between) + 1;
        IgesLine.insist(second > 0 && second < data.length(), "no delimiters");
        char behind = delimiter(data, second, ';');
        IgesLine.insist(between != behind && isDelimiter(between) && isDelimiter(behind), "delimiters of no sense");
        FreeForm form = new FreeForm(data, between, behind);
        List<Field> read = form.fields();
        IgesLine.insist(read.size() <= MOST, "too many global values");
        if (form.commented()) {
            removed.accept("iges.comment", "G");
        }
        List<Field> fields = new ArrayList<>(read.size());
        for (int i = 0; i < read.size(); i++) {
            fields.add(i < PRODUCT ? new Field.Empty() : judged(i, read.get(i), removed));
        }
        return new Globals(between, behind, List.copyOf(fields));
    }

    private static char delimiter(String data, int at, char usual) {
        return data.startsWith("1H", at) && data.length() > at + 2 ? data.charAt(at + 2) : usual;
    }

    private static boolean isDelimiter(char candidate) {
        return candidate > ' '
                && candidate < 0x7F
                && !Character.isLetterOrDigit(candidate)
                && "+-.".indexOf(candidate) < 0;
    }

    private static Field judged(int place, Field field, BiConsumer<String, String> removed) {
        if (!(field instanceof Field.Text(String text)) || text.isBlank()) {
            return field;
        }
        return switch (place) {
            case PRODUCT, SYSTEM, PREPROCESSOR, RECEIVER, AUTHOR, ORGANIZATION, PROTOCOL -> {
                removed.accept("iges.author", "G " + (place + 1));
                yield new Field.Empty();
            }
            case FILE -> {
                String bare = Texts.bare(text);
                if (!bare.equals(text)) {
                    removed.accept("iges.path", "G " + (place + 1));
                }
                yield new Field.Text(bare);
            }
            case DATE, MODIFIED -> dated(text, place, removed);
            default -> field;
        };
    }

    private static Field dated(String text, int place, BiConsumer<String, String> removed) {
        if (text.matches("[0-9.: ]{1,20}")) {
            return new Field.Text(text);
        }
        removed.accept("iges.value", "G " + (place + 1));
        return new Field.Empty();
    }
}

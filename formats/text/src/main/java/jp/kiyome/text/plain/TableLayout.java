package jp.kiyome.text.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sets the cells of a table in columns. */
final class TableLayout {

    /** Rows and columns of a table that is set; larger ones are told cell by cell. */
    static final int MOST_ROWS = 2000;

    static final int MOST_COLUMNS = 40;
    private static final int WIDEST = 240;
    private static final int NARROWEST = 6;
    private static final String BETWEEN = " | ";

    /**
     * A cell.
     *
     * @param text in lines
     * @param columns over how many it reaches
     */
    record Cell(List<String> text, int columns, boolean head) {

        Cell {
            text = List.copyOf(text);
        }
    }

    private TableLayout() {}

    /** The lines; none where the columns do not fit. */
    static List<String> set(List<List<Cell>> rows, int width) {
        int columns = rows.stream()
                .mapToInt(row -> row.stream().mapToInt(Cell::columns).sum())
                .max()
                .orElse(0);
        int[] widths = new int[columns];
        for (List<Cell> row : rows) {
            int at = 0;
            for (Cell cell : row) {
                if (cell.columns == 1) {
                    widths[at] = Math.max(widths[at], widest(cell.text));
                }
                at += cell.columns;
            }
        }
        int room = (width == 0 ? WIDEST : width) - BETWEEN.length() * (columns - 1);
        if (!shrink(widths, room)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), widths, lines);
            boolean headEnds = rows.get(i).stream().allMatch(Cell::head)
                    && (i + 1 == rows.size() || !rows.get(i + 1).stream().allMatch(Cell::head));
            if (headEnds && i + 1 < rows.size()) {
                lines.add("-".repeat(Arrays.stream(widths).sum() + BETWEEN.length() * (columns - 1)));
            }
        }
        return lines;
    }

    private static int widest(List<String> lines) {
        return lines.stream().mapToInt(Columns::of).max().orElse(0);
    }

    /** Makes the widest columns narrower until all fit. */
    private static boolean shrink(int[] widths, int room) {
        int sum = Arrays.stream(widths).sum();
        while (sum > room) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            int step = Math.min(widths[widest] - NARROWEST, sum - room);
            if (step <= 0) {
                return false;
            }
            int cut = Math.min(step, Math.max(1, widths[widest] / 8));
            widths[widest] -= cut;
            sum -= cut;
        }
        return true;
    }

    private static void row(List<Cell> row, int[] widths, List<String> lines) {
        List<List<String>> cells = new ArrayList<>();
        List<Integer> room = new ArrayList<>();
        int at = 0;
        for (Cell cell : row) {
            int width = Math.max(
                    1,
                    BETWEEN.length() * (cell.columns - 1)
                            + Arrays.stream(widths, at, at + cell.columns).sum());
            cells.add(cell.text.stream()
                    .flatMap(line -> LineBreaker.broken(line, width).stream())
                    .toList());
            room.add(width);
            at += cell.columns;
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < height; i++) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < cells.size(); c++) {
                String text = i < cells.get(c).size() ? cells.get(c).get(i) : "";
                line.append(c == 0 ? "" : BETWEEN).append(Columns.padded(text, room.get(c)));
            }
            lines.add(line.toString().stripTrailing());
        }
    }
}

package jp.kiyome.text.plain;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.text.html.HtmlNode;
import jp.kiyome.text.html.HtmlNode.Element;
import jp.kiyome.text.plain.TableLayout.Cell;

/**
 * Reads a table. One of data is set in columns; one that only lays out a page (one column, tables inside, long cells) is told cell by
 * cell, in order. Not thread-safe.
 */
final class TableReader {

    /** Lines in a cell of a table of data. */
    private static final int MOST_LINES = 12;

    private final Renderer blocks;

    TableReader(Renderer blocks) {
        this.blocks = blocks;
    }

    List<String> lines(Element table, int width, String ground) {
        Lines lines = new Lines();
        List<Element> rows = new ArrayList<>();
        for (HtmlNode child : table.children()) {
            if (child instanceof Element part) {
                part(part, rows, lines, width, ground);
            }
        }
        List<String> set = data(rows) ? TableLayout.set(cells(rows, ground), width) : List.of();
        if (set.isEmpty()) {
            for (Element row : rows) {
                if (!blocks.hides(row, ground)) {
                    inOrder(row, width, blocks.ground(row, ground), lines);
                }
            }
        } else {
            lines.addAll(set);
        }
        return lines.list();
    }

    private void part(Element part, List<Element> rows, Lines lines, int width, String ground) {
        switch (part.name()) {
            case "caption" -> lines.addAll(blocks.lines(part.children(), width, ground));
            case "tr" -> rows.add(part);
            case "thead", "tbody", "tfoot" -> {
                for (HtmlNode child : part.children()) {
                    if (child instanceof Element row && row.name().equals("tr")) {
                        rows.add(row);
                    }
                }
            }
            default -> lines.addAll(blocks.lines(part.children(), width, ground));
        }
    }

    private static boolean data(List<Element> rows) {
        if (rows.size() < 2 || rows.size() > TableLayout.MOST_ROWS) {
            return false;
        }
        int widest = rows.stream().mapToInt(TableReader::columns).max().orElse(0);
        return widest > 1 && widest <= TableLayout.MOST_COLUMNS && rows.stream().noneMatch(TableReader::holdsTable);
    }

    private static int columns(Element row) {
        return row.children().stream()
                .mapToInt(cell -> cell instanceof Element element ? span(element) : 0)
                .sum();
    }

    private static int span(Element cell) {
        return Math.clamp(cell.attribute("colspan").map(Integer::parseInt).orElse(1), 1, TableLayout.MOST_COLUMNS);
    }

    private static boolean holdsTable(Element element) {
        return element.children().stream()
                .anyMatch(child -> child instanceof Element e && (e.name().equals("table") || holdsTable(e)));
    }

    private List<List<Cell>> cells(List<Element> rows, String ground) {
        List<List<Cell>> all = new ArrayList<>();
        int[] left = new int[TableLayout.MOST_COLUMNS + 1];
        for (Element row : rows) {
            List<Cell> cells = new ArrayList<>();
            int at = 0;
            for (HtmlNode child : row.children()) {
                if (child instanceof Element cell) {
                    at = blanks(left, at, cells);
                    int span = span(cell);
                    int down = cell.attribute("rowspan").map(Integer::parseInt).orElse(1);
                    for (int i = at; i < Math.min(left.length, at + span); i++) {
                        left[i] = Math.max(0, down - 1);
                    }
                    cells.add(cell(cell, span, blocks.ground(row, ground)));
                    at += span;
                }
            }
            blanks(left, at, cells);
            all.add(cells);
        }
        return all;
    }

    /** Empty cells where one from above reaches down. */
    private static int blanks(int[] left, int from, List<Cell> cells) {
        int at = from;
        while (at < left.length && left[at] > 0) {
            left[at]--;
            cells.add(new Cell(List.of(""), 1, false));
            at++;
        }
        return at;
    }

    private Cell cell(Element cell, int span, String ground) {
        boolean hidden = blocks.hides(cell, ground);
        List<String> text = hidden ? List.of("") : blocks.lines(cell.children(), 0, blocks.ground(cell, ground));
        List<String> few = text.size() > MOST_LINES ? List.of(String.join(" ", text)) : text;
        return new Cell(few.isEmpty() ? List.of("") : few, span, cell.name().equals("th"));
    }

    private void inOrder(Element row, int width, String ground, Lines lines) {
        for (HtmlNode child : row.children()) {
            if (child instanceof Element cell && !blocks.hides(cell, ground)) {
                lines.addAll(blocks.lines(cell.children(), width, blocks.ground(cell, ground)));
            }
        }
    }
}

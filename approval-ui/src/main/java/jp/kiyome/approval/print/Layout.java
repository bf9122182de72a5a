package jp.kiyome.approval.print;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Sets a report on pages, from top to bottom; a row stays on one page, and a table that goes on has its head again. For one thread. */
final class Layout {

    private static final int MARGIN = 48;
    private static final int BOTTOM = 64;
    private static final double TITLE = 18;
    private static final double HEADING = 13;
    private static final double TEXT = 9.5;
    private static final double GAP = 7;

    /** Where columns begin, and how wide they are. */
    private static final double WHAT = MARGIN;

    private static final double WHAT_WIDTH = 228;
    private static final double BESIDE = 288;
    private static final double BESIDE_WIDTH = 92;
    private static final double NUMBER_END = 432;
    private static final double BAR = 447;
    private static final double BAR_WIDTH = 100;
    private static final double BAR_HEIGHT = 8;

    private final Printed printed;
    private final Structure structure = new Structure();
    private final List<Sheet> sheets = new ArrayList<>();
    private double y;

    Layout(Printed printed) {
        this.printed = printed;
        newSheet();
    }

    private void newSheet() {
        sheets.add(new Sheet());
        y = Sheet.HEIGHT - MARGIN;
    }

    private Sheet sheet() {
        return sheets.getLast();
    }

    byte[] file() {
        paragraph("H1", TITLE, printed.title());
        printed.about().forEach(line -> paragraph("P", TEXT, line));
        printed.tables().forEach(this::table);
        for (int i = 0; i < sheets.size(); i++) {
            String number = (i + 1) + " / " + sheets.size();
            Sheet sheet = sheets.get(i);
            sheet.rule(MARGIN, BOTTOM - 16, Sheet.WIDTH - 2 * MARGIN);
            sheet.aside(MARGIN, BOTTOM - 30, TEXT - 1, printed.foot());
            sheet.aside(end(number, Sheet.WIDTH - MARGIN, TEXT - 1), BOTTOM - 30, TEXT - 1, number);
        }
        return written();
    }

    private void paragraph(String type, double size, String text) {
        List<String> lines = lines(text, Sheet.WIDTH - 2 * MARGIN, size);
        put(Structure.DOCUMENT, type, MARGIN, y - size, size, lines);
        y -= size * Sheet.LEADING * lines.size() + GAP;
    }

    private void put(int parent, String type, double x, double base, double size, List<String> lines) {
        sheet().text(type, structure.mark(parent, type, sheets.size() - 1), x, base, size, lines);
    }

    private static List<String> lines(String text, double width, double size) {
        return Paragraph.lines(text, (int) (width * 1000 / size));
    }

    /** Where a text begins that ends at a place. */
    private static double end(String text, double at, double size) {
        return at - Face.width(text) * size / 1000;
    }

    private void table(Printed.Table table) {
        // With its head and one row of three lines: a heading does not stay behind alone.
        if (y - BOTTOM < 110) {
            newSheet();
        }
        y -= GAP;
        paragraph("H2", HEADING, table.heading());
        int element = structure.add(Structure.DOCUMENT, "Table");
        head(table, element);
        for (Printed.Row row : table.rows()) {
            row(table, element, row);
        }
    }

    private void head(Printed.Table table, int element) {
        int row = structure.add(element, "TR");
        double base = y - TEXT;
        put(row, "TH", WHAT, base, TEXT, List.of(table.what()));
        put(row, "TH", BESIDE, base, TEXT, List.of(table.beside()));
        put(row, "TH", end(table.number(), NUMBER_END, TEXT), base, TEXT, List.of(table.number()));
        underHead();
    }

    /** On a further page: there already for whoever has it read. */
    private void headAgain(Printed.Table table) {
        double base = y - TEXT;
        sheet().aside(WHAT, base, TEXT, table.what());
        sheet().aside(BESIDE, base, TEXT, table.beside());
        sheet().aside(end(table.number(), NUMBER_END, TEXT), base, TEXT, table.number());
        underHead();
    }

    private void underHead() {
        y -= TEXT * Sheet.LEADING;
        sheet().rule(MARGIN, y, Sheet.WIDTH - 2 * MARGIN);
        y -= GAP;
    }

    private void row(Printed.Table table, int element, Printed.Row row) {
        List<String> name = lines(row.name(), WHAT_WIDTH, TEXT);
        List<String> beside = lines(row.beside(), BESIDE_WIDTH, TEXT);
        double height = Math.max(name.size(), beside.size()) * TEXT * Sheet.LEADING;
        if (y - height < BOTTOM) {
            newSheet();
            headAgain(table);
        }
        int cells = structure.add(element, "TR");
        double base = y - TEXT;
        String number = Long.toString(row.number());
        put(cells, "TD", WHAT, base, TEXT, name);
        put(cells, "TD", BESIDE, base, TEXT, beside);
        put(cells, "TD", end(number, NUMBER_END, TEXT), base, TEXT, List.of(number));
        double part = row.most() <= 0 ? 0 : Math.clamp((double) row.number() / row.most(), 0, 1);
        sheet().bar(BAR, base, BAR_WIDTH, BAR_HEIGHT, part);
        y -= height + GAP / 2;
    }

    private byte[] written() {
        PdfObjects file = new PdfObjects();
        int catalogue = file.reserve();
        int tree = file.reserve();
        String fonts = "/" + Face.LATIN.resource() + " " + Face.LATIN.write(file) + " 0 R/" + Face.JAPANESE.resource()
                + " " + Face.JAPANESE.write(file) + " 0 R";
        List<Integer> pages = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            int content = file.addStream(sheets.get(i).content());
            pages.add(file.add("<</Type/Page/Parent " + tree + " 0 R/MediaBox[0 0 " + Sheet.WIDTH + " " + Sheet.HEIGHT
                    + "]/Resources<</Font<<" + fonts + ">>>>/Contents " + content + " 0 R/StructParents " + i
                    + "/Tabs/S>>"));
        }
        String kids = pages.stream().map(page -> page + " 0 R").collect(Collectors.joining(" "));
        file.set(tree, "<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>");
        int root = structure.write(file, pages);
        file.set(
                catalogue,
                "<</Type/Catalog/Pages " + tree + " 0 R/Lang(" + printed.language()
                        + ")/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot " + root
                        + " 0 R>>");
        return file.file(catalogue, file.add("<</Title " + title() + ">>"));
    }

    /** A text string of UTF-16 (7.9.2.2). */
    private String title() {
        byte[] codes = printed.title().getBytes(StandardCharsets.UTF_16BE);
        return "<FEFF" + HexFormat.of().withUpperCase().formatHex(codes) + ">";
    }
}

package jp.kiyome.approval.print;

import java.util.List;

/**
 * What stands on paper. Immutable.
 *
 * @param language of its texts, as BCP 47 calls it
 * @param title of the document, and its first line
 * @param about lines below the title
 * @param foot what stands beside the number of each page
 */
public record Printed(String language, String title, List<String> about, String foot, List<Table> tables) {

    public Printed {
        about = List.copyOf(about);
        tables = List.copyOf(tables);
    }

    /**
     * A table with a bar for each row.
     *
     * @param what heads the names
     * @param beside heads what stands beside them
     * @param number heads the numbers
     */
    public record Table(String heading, String what, String beside, String number, List<Row> rows) {

        public Table {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row.
     *
     * @param number from 0 to {@code most}
     * @param most for which the bar is full
     */
    public record Row(String name, String beside, long number, long most) {}

    /** The file: for the same values the same bytes. */
    public byte[] pdf() {
        return new Layout(this).file();
    }
}

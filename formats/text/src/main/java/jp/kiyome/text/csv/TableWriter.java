package jp.kiyome.text.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.text.source.Tally;

/**
 * Takes the characters of a table (RFC 4180 with any delimiter), cell by cell, and writes the cells anew. Quotes are read as Excel
 * reads them: only one at the start of a cell opens; where they stand otherwise, the cell is written in the one way that every
 * program reads alike. Line ends, empty lines and which cells are quoted stay.
 *
 * <p>Memory: one cell. Not thread-safe.
 */
final class TableWriter extends Writer {

    /** Characters of a cell. Excel stops at 32,767. */
    private static final int LONGEST = 1 << 20;

    private enum State {
        START,
        BARE,
        QUOTED,
        QUOTE
    }

    private final Writer out;
    private final char delimiter;
    private final String others;
    private final Tally tally;
    private final StringBuilder cell = new StringBuilder();
    private final StringBuilder written = new StringBuilder();
    private State state = State.START;
    private boolean quoted;
    private boolean irregular;
    private boolean afterReturn;
    private long row = 1;
    private long column = 1;

    TableWriter(Writer out, char delimiter, Tally tally) {
        this.out = out;
        this.delimiter = delimiter;
        this.others = ",;\t".replace(String.valueOf(delimiter), "");
        this.tally = tally;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            unit(text[i]);
        }
        passOn();
    }

    private void passOn() throws IOException {
        out.append(written);
        written.setLength(0);
    }

    private void unit(char c) {
        if (afterReturn) {
            afterReturn = false;
            if (c == '\n') {
                written.append('\n');
                return;
            }
        }
        switch (state) {
            case START -> {
                if (c == '"') {
                    quoted = true;
                    state = State.QUOTED;
                } else {
                    state = State.BARE;
                    bare(c);
                }
            }
            case BARE -> bare(c);
            case QUOTED -> {
                if (c == '"') {
                    state = State.QUOTE;
                } else {
                    add(c);
                }
            }
            case QUOTE -> afterQuote(c);
        }
    }

    private void afterQuote(char c) {
        if (c == '"') {
            add(c);
            state = State.QUOTED;
        } else if (c == delimiter || c == '\n' || c == '\r') {
            bare(c);
        } else {
            irregular = true;
            state = State.BARE;
            add(c);
        }
    }

    private void bare(char c) {
        if (c == delimiter) {
            endCell();
            written.append(c);
            column++;
        } else if (c == '\n' || c == '\r') {
            endCell();
            written.append(c);
            afterReturn = c == '\r';
            row++;
            column = 1;
        } else {
            irregular |= c == '"';
            add(c);
        }
    }

    private void add(char c) {
        if (cell.length() == LONGEST) {
            throw Refusal.of("csv.cell-size", place());
        }
        cell.append(c);
    }

    private void endCell() {
        String text = cell.toString();
        String shown = FormulaCell.shown(text, others);
        if (!shown.equals(text)) {
            tally.changed("csv.formula", place(), text);
        }
        boolean sylk = row == 1 && column == 1 && !quoted && shown.startsWith("ID");
        if (sylk) {
            tally.changed("csv.sylk-head", place(), text);
        }
        if (irregular) {
            tally.changed("csv.quotes", place(), text);
        }
        if (quoted || irregular || sylk) {
            written.append('"')
                    .append(shown.indexOf('"') < 0 ? shown : shown.replace("\"", "\"\""))
                    .append('"');
        } else {
            written.append(shown);
        }
        cell.setLength(0);
        quoted = false;
        irregular = false;
        state = State.START;
    }

    private String place() {
        return "row " + row + ", column " + column;
    }

    @Override
    public void flush() {}

    /** Ends the last cell. */
    @Override
    public void close() {
        try {
            irregular |= state == State.QUOTED;
            if (state != State.START) {
                endCell();
            }
            passOn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

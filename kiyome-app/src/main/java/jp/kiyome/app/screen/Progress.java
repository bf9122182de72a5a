package jp.kiyome.app.screen;

import java.io.PrintStream;

/** A bar on the last line of the terminal, on standard error; nothing where nobody watches. Not thread-safe. */
public final class Progress {

    private static final int BAR = 24;
    private static final String ERASE_LINE = "\r\u001B[K";

    private final Shell shell;
    private final int total;
    private int done;
    private boolean drawn;

    /**
     * A bar that is not drawn yet.
     *
     * @param total files to come
     */
    public Progress(Shell shell, int total) {
        this.shell = shell;
        this.total = total;
    }

    /** Draws how far it is, and what is waited for. */
    public void waitFor(String name) {
        if (!shell.terminal() || total < 2) {
            return;
        }
        int full = BAR * done / total;
        String bar = "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + done + "/" + total + " ";
        PrintStream err = shell.err();
        err.print(ERASE_LINE + bar + Columns.end(name, Math.max(0, shell.columns() - bar.length() - 1)));
        err.flush();
        drawn = true;
    }

    /** Counts one more as done, and clears the line for what is said about it. */
    public void step() {
        done++;
        clear();
    }

    public void clear() {
        if (drawn) {
            shell.err().print(ERASE_LINE);
            shell.err().flush();
            drawn = false;
        }
    }
}

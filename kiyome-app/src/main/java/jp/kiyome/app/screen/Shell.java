package jp.kiyome.app.screen;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What surrounds a command: the standard streams and what is known of them.
 *
 * @param out for reports, UTF-8
 * @param err for everything else, UTF-8
 * @param terminal whether a person watches {@code err}
 * @param columns characters in a line of the terminal
 */
public record Shell(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean terminal,
        int columns) {}

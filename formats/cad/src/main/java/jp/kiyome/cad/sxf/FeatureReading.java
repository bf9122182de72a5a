package jp.kiyome.cad.sxf;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.cad.part21.Lexer;
import jp.kiyome.core.finding.Refusal;

/** Reads a feature out of its comment. Not thread-safe. */
final class FeatureReading {

    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_NAME = 64;

    private final Lexer in;

    FeatureReading(Lexer in) {
        this.in = in;
    }

    /** What follows {@code /*} on the same line: the version of a feature, or the start of a comment that is none. */
    String version() {
        StringBuilder version = new StringBuilder();
        while (version.length() < "SXF3.1".length() && !blank()) {
            int next = in.any();
            insist(next >= 0, "a comment without an end");
            version.append((char) next);
            if (version.toString().endsWith("*/")) {
                break;
            }
        }
        return version.toString();
    }

    private boolean blank() {
        return in.comes('\r', '\n') || in.at(' ') || in.at('\n') || in.at('\r') || in.at('\t');
    }

    /** Skips a comment that is no feature. */
    void skip(String begun) {
        if (begun.endsWith("*/")) {
            return;
        }
        while (!in.comes('*', '/')) {
            insist(in.any() >= 0, "a comment without an end");
        }
        in.any();
        in.any();
    }

    /** From {@code #} to the version and the end of the comment. */
    Feature feature(String version) {
        in.blanks();
        insist(in.any() == '#', "no feature");
        long id = in.id();
        in.blanks();
        insist(in.any() == '=', "no feature");
        in.blanks();
        String name = name();
        List<Feature.Parameter> parameters = new ArrayList<>();
        in.blanks();
        insist(in.any() == '(', "no parameters");
        do {
            in.blanks();
            parameters.add(parameter());
            in.blanks();
        } while (comma());
        in.blanks();
        for (char expected : (version + "*/").toCharArray()) {
            insist(in.any() == expected, "a feature without an end");
        }
        return new Feature(version, id, name, List.copyOf(parameters));
    }

    private boolean comma() {
        int next = in.any();
        insist(next == ',' || next == ')', "no parameter");
        return next == ',';
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        while (!in.at('(') && !in.at(' ')) {
            int next = in.any();
            insist(next >= 0 && name.length() < LONGEST_NAME, "no name");
            name.append((char) next);
        }
        return name.toString();
    }

    private Feature.Parameter parameter() {
        int quote = in.any();
        if (quote == '\\') {
            insist(in.any() == '\'', "no quote");
            return new Feature.Parameter(text(), true);
        }
        insist(quote == '\'', "no quote");
        StringBuilder value = new StringBuilder();
        for (int next = in.any(); next != '\''; next = in.any()) {
            insist(next >= 0 && value.length() < LONGEST, "a parameter without an end");
            value.append((char) next);
        }
        return new Feature.Parameter(value.toString(), false);
    }

    /** Up to {@code \'}; backslashes of the text itself are doubled, and {@code \X2\} says characters by their numbers. */
    private String text() {
        StringBuilder text = new StringBuilder();
        while (true) {
            int next = in.any();
            insist(next >= 0 && text.length() < LONGEST, "a text without an end");
            if (next != '\\') {
                text.append((char) next);
            } else if (in.at('\'')) {
                in.any();
                return text.toString();
            } else if (in.at('\\')) {
                text.append((char) in.any());
            } else if (in.comes('X', '2')) {
                wide(text);
            } else {
                text.append('\\');
            }
        }
    }

    private void wide(StringBuilder text) {
        in.any();
        in.any();
        insist(in.any() == '\\', "a directive without an end");
        while (!in.at('\\')) {
            int unit = 0;
            for (int i = 0; i < 4; i++) {
                int digit = Character.digit(in.any(), 16);
                insist(digit >= 0, "a directive of no digits");
                unit = unit << 4 | digit;
            }
            text.append((char) unit);
        }
        for (char expected : "\\X0\\".toCharArray()) {
            insist(in.any() == expected, "a directive without an end");
        }
    }

    private static void insist(boolean sound, String otherwise) {
        if (!sound) {
            throw Refusal.of("sxf.structure", otherwise);
        }
    }
}

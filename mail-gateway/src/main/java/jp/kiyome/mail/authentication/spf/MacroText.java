package jp.kiyome.mail.authentication.spf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.core.text.Ascii;

/** Text with macros (RFC 7208 §7), not yet expanded. */
record MacroText(List<Piece> pieces) {

    private static final Pattern MACRO = Pattern.compile("%\\{([A-Za-z])([0-9]{0,3})([Rr]?)([.+,/_=-]*)\\}");
    private static final Pattern TOP_LABEL =
            Pattern.compile(".*\\.(?![0-9]+\\.?$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.?", Pattern.DOTALL);
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST = 10_000;

    MacroText {
        pieces = List.copyOf(pieces);
    }

    /** A part of the text. */
    sealed interface Piece {
        record Literal(String text) implements Piece {}

        /**
         * What a letter stands for, or parts of it.
         *
         * @param parts from the right that are kept; all where 0
         * @param delimiters between the parts
         */
        record Macro(char letter, int parts, boolean reversed, String delimiters) implements Piece {}
    }

    /** What the letters stand for. */
    @FunctionalInterface
    interface Values {
        /** What one of the letters {@code slodipvh} stands for. */
        String value(char letter);
    }

    /** A domain-spec; empty for what is none. */
    static Optional<MacroText> domain(String text) {
        return any(text).filter(read -> read.endsAsDomain(text)).filter(read -> read.pieces.stream()
                .noneMatch(piece -> piece instanceof Piece.Macro macro && "crt".indexOf(macro.letter) >= 0
                        || piece instanceof Piece.Macro other && "CRT".indexOf(other.letter) >= 0));
    }

    /** A macro-string; empty for what is none. */
    static Optional<MacroText> any(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        Matcher macro = MACRO.matcher(text);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c <= 0x20 || c >= 0x7F) {
                return Optional.empty();
            }
            if (c != '%') {
                literal.append(c);
            } else if (macro.region(at, text.length()).lookingAt()) {
                pieces.add(new Piece.Literal(literal.toString()));
                literal.setLength(0);
                if (!known(macro)) {
                    return Optional.empty();
                }
                pieces.add(piece(macro));
                at = macro.end() - 1;
            } else {
                Optional<String> sign = sign(text, ++at);
                if (sign.isEmpty()) {
                    return Optional.empty();
                }
                literal.append(sign.get());
            }
        }
        pieces.add(new Piece.Literal(literal.toString()));
        return Optional.of(new MacroText(pieces));
    }

    private static Optional<String> sign(String text, int at) {
        return switch (at < text.length() ? text.charAt(at) : ' ') {
            case '%' -> Optional.of("%");
            case '_' -> Optional.of(" ");
            case '-' -> Optional.of("%20");
            default -> Optional.empty();
        };
    }

    private static boolean known(Matcher macro) {
        String digits = macro.group(2);
        return "slodiphcrtv".indexOf(Ascii.lower(macro.group(1).charAt(0))) >= 0
                && (digits.isEmpty() || Integer.parseInt(digits) > 0);
    }

    private static Piece piece(Matcher macro) {
        String digits = macro.group(2);
        String delimiters = macro.group(4);
        return new Piece.Macro(
                macro.group(1).charAt(0),
                digits.isEmpty() ? 0 : Integer.parseInt(digits),
                !macro.group(3).isEmpty(),
                delimiters.isEmpty() ? "." : delimiters);
    }

    private boolean endsAsDomain(String text) {
        boolean macroLast = pieces.getLast() instanceof Piece.Literal last
                && (last.text.isEmpty() ? pieces.size() > 1 : text.matches(".*%[%_-]"));
        return macroLast
                || pieces.getLast() instanceof Piece.Literal literal
                        && TOP_LABEL.matcher(literal.text).matches();
    }

    /** As a name to ask for: cut from the left where it is too long (§7.3). */
    String expanded(Values values) {
        StringBuilder all = new StringBuilder();
        for (Piece piece : pieces) {
            all.append(
                    switch (piece) {
                        case Piece.Literal literal -> literal.text;
                        case Piece.Macro macro -> expanded(macro, values);
                    });
            if (all.length() > LONGEST) {
                return "";
            }
        }
        String name = all.toString();
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        while (name.length() > LONGEST_NAME && name.indexOf('.') >= 0) {
            name = name.substring(name.indexOf('.') + 1);
        }
        return name;
    }

    private static String expanded(Piece.Macro macro, Values values) {
        String value = values.value(Ascii.lower(macro.letter));
        List<String> parts =
                new ArrayList<>(Arrays.asList(value.split("[" + Pattern.quote(macro.delimiters) + "]", -1)));
        if (macro.reversed) {
            Collections.reverse(parts);
        }
        int from = macro.parts == 0 ? 0 : Math.max(0, parts.size() - macro.parts);
        String joined = String.join(".", parts.subList(from, parts.size()));
        return macro.letter >= 'A' && macro.letter <= 'Z' ? escaped(joined) : joined;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = Ascii.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0;
            escaped.append(
                    plain
                            ? String.valueOf(c)
                            : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return escaped.toString();
    }
}

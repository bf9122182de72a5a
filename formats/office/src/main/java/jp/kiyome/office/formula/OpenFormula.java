package jp.kiyome.office.formula;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.office.formula.FormulaVerdict.Reason;
import jp.kiyome.office.value.AllowLines;
import jp.kiyome.office.value.HyperlinkTarget;

/**
 * Judges formulas of OpenDocument (OpenDocument 1.3 part 4, OpenFormula, and the older one of OpenOffice.org, which has the same
 * shape), and the conditions of styles and validations, which hold formulas. They call the same functions as those of Excel, under
 * some names more, in {@code open-functions.allow}.
 *
 * <p>A formula that is allowed stays letter by letter. Every formula gets a verdict, nothing is thrown; time is linear in its
 * length. Threads may share it.
 */
public final class OpenFormula {

    /** Characters at most. */
    public static final int LONGEST = 1 << 16;

    private static final int DEEPEST = 256;
    private static final FunctionTable FUNCTIONS = FunctionTable.load();
    private static final Set<String> MORE = new TreeSet<>();
    private static final Set<String> CONDITIONS = new TreeSet<>();
    private static final List<String> PREFIXES =
            List.of("COM.MICROSOFT.", "ORG.OPENOFFICE.", "ORG.LIBREOFFICE.", "LEGACY.");
    private static final Pattern BUILT_IN_ADD_INS = Pattern.compile(
            "COM\\.SUN\\.STAR\\.SHEET\\.ADDIN\\.(ANALYSIS|DATEFUNCTIONS|PRICINGFUNCTIONS)\\.GET[A-Z0-9_]{1,40}");

    static {
        for (List<String> words : AllowLines.of(OpenFormula.class, "open-functions.allow")) {
            (words.getFirst().equals("condition") ? CONDITIONS : MORE).addAll(words.subList(1, words.size()));
        }
    }

    private static final String SHEET = "\\$?(?:[^.#:'\\[\\]]{1,255}|'(?:[^']|''){1,512}')";
    private static final String CELL = "\\.\\$?(?:[A-Z]{1,3}|#REF!)?\\$?(?:[0-9]{1,7}|#REF!)?";
    private static final Pattern REFERENCE =
            Pattern.compile("(?:(?:" + SHEET + "|#REF!)?" + CELL + "(?::(?:" + SHEET + "|#REF!)?" + CELL + ")?|#REF!)");
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}\\p{M}_.]{0,254}");
    private static final Pattern CONDITION = Pattern.compile("[a-z]+(?:-[a-z]+)*");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"]|\"\")*+\"");
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*+'");
    private static final Pattern ERROR =
            Pattern.compile("#(?:N/A|REF!|DIV/0!|VALUE!|NAME\\?|NUM!|NULL!|[A-Z]{1,8}[!?])|Err:[0-9]{3}");
    private static final Pattern ARRAY =
            Pattern.compile("\\{(?:[-+0-9.eE;| ]|\"(?:[^\"]|\"\")*+\"|TRUE\\(\\)|FALSE\\(\\)|TRUE|FALSE|#N/A)*+\\}");
    private static final Pattern OPERATOR = Pattern.compile("<=|>=|<>|!=|[-+*/^&=<>:!~]|and\\b|or\\b");

    /** What an open parenthesis belongs to. */
    private enum Frame {
        PARENTHESIS,
        CALL,
        /** The call of a link, whose address must be one literal text. */
        LINK,
        /** A call whose literal texts may name no other file. */
        REFERS
    }

    private final String text;
    private final boolean condition;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int at;
    private boolean wanted = true;
    private boolean first = true;
    private boolean linkTarget;

    private OpenFormula(String text, boolean condition) {
        this.text = text;
        this.condition = condition;
    }

    /** The reason why the formula may not stay; empty when it may. */
    public static Optional<FormulaVerdict.Refused> refusal(String formula) {
        return refusal(formula, false);
    }

    /** The same for a condition (OpenDocument 1.3 part 3 §19.476, §19.634; conditional formats of LibreOffice). */
    public static Optional<FormulaVerdict.Refused> conditionRefusal(String condition) {
        return refusal(condition, true);
    }

    private static Optional<FormulaVerdict.Refused> refusal(String formula, boolean condition) {
        if (formula.length() > LONGEST) {
            return Optional.of(new FormulaVerdict.Refused(Reason.SIZE, Untrusted.of(formula.substring(0, 80))));
        }
        try {
            new OpenFormula(formula, condition).read();
            return Optional.empty();
        } catch (NotAllowed refused) {
            return Optional.of(refused.verdict());
        }
    }

    private void read() {
        if (text.startsWith("of:") || text.startsWith("oooc:")) {
            at = text.indexOf(':') + 1;
        }
        if (peek() == '=') {
            at++;
        } else if (condition && OPERATOR.matcher(text).region(at, text.length()).lookingAt()) {
            take(OPERATOR);
        }
        while (at < text.length()) {
            char c = peek();
            if (c == ' ' || c == '\n' || c == '\t') {
                at++;
            } else if (wanted) {
                operand(c);
            } else {
                operator(c);
            }
        }
        if (wanted || !frames.isEmpty()) {
            throw refuse(Reason.SYNTAX);
        }
    }

    private void operand(char c) {
        boolean wasFirst = first;
        first = false;
        if (linkTarget && c != '"') {
            throw refuse(Reason.LINK);
        }
        switch (c) {
            case '(' -> open(Frame.PARENTHESIS);
            case ')' -> {
                demand(wasFirst && !frames.isEmpty() && frames.peek() != Frame.PARENTHESIS);
                close();
            }
            case ';', ',' -> {
                demand(wasFirst);
                separator(c);
            }
            case '+', '-' -> at++;
            case '"' -> string();
            case '{' -> value(ARRAY);
            case '[' -> reference();
            case '#' -> value(ERROR);
            case '\'' -> label();
            default -> word(c);
        }
    }

    private void word(char c) {
        if (c >= '0' && c <= '9' || c == '.') {
            value(NUMBER);
            return;
        }
        if (text.startsWith("Err:", at)) {
            value(ERROR);
            return;
        }
        if (condition && conditionWord()) {
            return;
        }
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (!name.lookingAt()) {
            throw refuse(Reason.SYNTAX);
        }
        int end = name.end();
        int open = end;
        while (open < text.length() && text.charAt(open) == ' ') {
            open++;
        }
        if (open < text.length() && text.charAt(open) == '(') {
            Frame frame = call(name.group());
            at = open;
            open(frame);
            linkTarget = frame == Frame.LINK;
        } else if (end < text.length() && (text.charAt(end) == '|' || text.charAt(end) == '#')) {
            throw refuse(text.charAt(end) == '|' ? Reason.DDE : Reason.EXTERNAL_BOOK);
        } else {
            at = end;
            wanted = false;
        }
    }

    /** A word of conditions, called or bare. */
    private boolean conditionWord() {
        Matcher word = CONDITION.matcher(text).region(at, text.length());
        if (!word.lookingAt() || !CONDITIONS.contains(word.group())) {
            return false;
        }
        at = word.end();
        if (peek() == '(') {
            open(Frame.CALL);
        } else {
            wanted = false;
        }
        return true;
    }

    private Frame call(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (MORE.contains(upper) || BUILT_IN_ADD_INS.matcher(upper).matches()) {
            return Frame.CALL;
        }
        for (String prefix : PREFIXES) {
            if (upper.startsWith(prefix)) {
                upper = upper.substring(prefix.length());
                break;
            }
        }
        FunctionRule rule = MORE.contains(upper)
                ? FunctionRule.CALCULATES
                : FUNCTIONS
                        .rule(upper.toCharArray(), 0, upper.length())
                        .orElseThrow(() -> new NotAllowed(Reason.FUNCTION, name));
        return switch (rule) {
            case CALCULATES, BINDS_PAIRS, BINDS -> Frame.CALL;
            case LINKS -> Frame.LINK;
            case REFERS -> Frame.REFERS;
        };
    }

    private void string() {
        int from = at;
        value(STRING);
        String literal = text.substring(from + 1, at - 1).replace("\"\"", "\"");
        if (linkTarget) {
            linkTarget = false;
            int next = at;
            while (next < text.length() && text.charAt(next) == ' ') {
                next++;
            }
            boolean alone = next < text.length() && ";,)".indexOf(text.charAt(next)) >= 0;
            if (!alone || HyperlinkTarget.canonical(literal).isEmpty()) {
                throw refuse(Reason.LINK);
            }
        }
        if (frames.contains(Frame.REFERS)
                && (literal.contains("#")
                        || literal.contains("://")
                        || literal.contains("|")
                        || literal.contains("\\"))) {
            throw refuse(Reason.EXTERNAL_BOOK);
        }
    }

    private void reference() {
        int close = at + 1;
        boolean quoted = false;
        while (close < text.length() && (quoted || text.charAt(close) != ']')) {
            quoted ^= text.charAt(close) == '\'';
            close++;
        }
        if (close == text.length()) {
            throw refuse(Reason.SYNTAX);
        }
        String inside = text.substring(at + 1, close);
        if (!REFERENCE.matcher(inside).matches()) {
            throw refuse(inside.indexOf('#') >= 0 || inside.indexOf('/') >= 0 ? Reason.EXTERNAL_BOOK : Reason.SYNTAX);
        }
        at = close + 1;
        wanted = false;
    }

    /** A label of cells; before a number sign it is another file. */
    private void label() {
        value(QUOTED);
        if (peek() == '#') {
            throw refuse(Reason.EXTERNAL_BOOK);
        }
    }

    private void operator(char c) {
        switch (c) {
            case ')' -> close();
            case ';', ',' -> separator(c);
            case '%' -> at++;
            case '|' -> throw refuse(Reason.DDE);
            default -> {
                take(OPERATOR);
                wanted = true;
            }
        }
    }

    private void separator(char c) {
        demand(!frames.isEmpty() && frames.peek() != Frame.PARENTHESIS && (c == ';' || condition));
        at++;
        wanted = true;
        first = true;
    }

    private void open(Frame frame) {
        if (frames.size() == DEEPEST) {
            throw refuse(Reason.SIZE);
        }
        at++;
        frames.push(frame);
        first = true;
    }

    private void close() {
        demand(!frames.isEmpty());
        frames.pop();
        at++;
        wanted = false;
    }

    private void value(Pattern pattern) {
        take(pattern);
        wanted = false;
    }

    private void take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw refuse(Reason.SYNTAX);
        }
        at = matcher.end();
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void demand(boolean allowed) {
        if (!allowed) {
            throw refuse(Reason.SYNTAX);
        }
    }

    private NotAllowed refuse(Reason reason) {
        int from = Math.min(at, text.length());
        return new NotAllowed(reason, text.substring(from, Math.min(text.length(), from + 60)));
    }
}

package jp.kiyome.cad.sxf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.cad.part21.Strings;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** Judges the parameters of one feature by their rules, and writes each in one form. Not thread-safe. */
final class FeatureCheck {

    private static final double MOST = 1e15;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_TEXT = 1024;
    private static final int HATCH = 7;
    /** Predefined and own colours; line types; widths (SXF, limits). */
    private static final long COLOURS = 256;

    private static final long TYPES = 32;
    private static final long WIDTHS = 16;
    private static final long CODES = 1024;

    private static final Pattern REAL = Pattern.compile("[-+]?[0-9]{0,16}(\\.[0-9]{0,20})?([eE][-+]?[0-9]{1,2})?");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,10}");
    private static final Pattern RANGE = Pattern.compile("([0-9]+)\\.\\.([0-9]+)");

    private final Feature feature;
    private final Consumer<Finding> findings;
    private final List<Feature.Parameter> judged = new ArrayList<>();
    private long last;
    private long count;

    private FeatureCheck(Feature feature, Consumer<Finding> findings) {
        this.feature = feature;
        this.findings = findings;
    }

    /** The feature as it is written; refused where it does not follow the rules. */
    static Feature checked(Feature feature, List<String> rules, Consumer<Finding> findings) {
        FeatureCheck check = new FeatureCheck(feature, findings);
        int at = 0;
        for (String rule : rules) {
            long times = rule.equals("hatch") ? check.last : 1;
            for (long i = 0; i < times; i++) {
                check.insist(at < feature.parameters().size(), "too few parameters");
                check.parameter(rule, feature.parameters().get(at++));
            }
        }
        check.insist(at == feature.parameters().size(), "too many parameters");
        return new Feature(feature.version(), feature.id(), feature.name(), check.judged);
    }

    private void parameter(String rule, Feature.Parameter given) {
        boolean text = rule.equals("text") || rule.equals("name");
        judged.add(new Feature.Parameter(
                text ? text(rule, given.value()) : number(rule, given.value().strip()), text));
    }

    private String text(String rule, String given) {
        String clean = Strings.clean(given);
        // Inside of a comment these two end it.
        String safe = clean.replace("*/", "* /");
        if (!safe.equals(given)) {
            note("sxf.text");
        }
        insist(safe.length() <= (rule.equals("name") ? LONGEST_NAME : LONGEST_TEXT), "a text too long");
        return rule.equals("name") ? AttributeName.judged(safe, () -> note("sxf.path")) : safe;
    }

    private String number(String rule, String given) {
        return switch (rule) {
            case "layer", "font" -> integer(given, 0, CODES);
            case "colour" -> integer(given, 0, COLOURS);
            case "type" -> integer(given, 0, TYPES);
            case "width" -> integer(given, 0, WIDTHS);
            case "flag" -> integer(given, 0, 1);
            case "count" -> {
                String number = integer(given, 0, Integer.MAX_VALUE);
                count = last;
                yield number;
            }
            case "real" -> real(given);
            case "reals", "integers" -> list(rule, given, count);
            case "hatch" -> list("reals", given, HATCH);
            default -> ranged(rule, given);
        };
    }

    private String ranged(String rule, String given) {
        boolean optional = rule.startsWith("?");
        if (optional && given.isEmpty()) {
            return given;
        }
        Matcher range = RANGE.matcher(optional ? rule.substring(1) : rule);
        if (!range.matches()) {
            throw new IllegalStateException("no rule: " + rule);
        }
        return integer(given, Long.parseLong(range.group(1)), Long.parseLong(range.group(2)));
    }

    private String integer(String given, long least, long most) {
        insist(INTEGER.matcher(given).matches(), "no integer");
        last = Long.parseLong(given);
        insist(last >= least && last <= most, "a code or number outside of its limits: " + last);
        return Long.toString(last);
    }

    private String real(String given) {
        boolean sound = REAL.matcher(given).matches() && given.chars().anyMatch(c -> c >= '0' && c <= '9');
        insist(sound && Math.abs(Double.parseDouble(given)) < MOST, "no number, or one outside of its limits");
        String plain = given.startsWith("+") ? given.substring(1) : given;
        return plain.startsWith(".") ? "0" + plain : plain.startsWith("-.") ? "-0" + plain.substring(1) : plain;
    }

    private String list(String rule, String given, long items) {
        insist(given.startsWith("(") && given.endsWith(")"), "no list");
        String inner = given.substring(1, given.length() - 1).strip();
        List<String> written = new ArrayList<>();
        for (String item : inner.isEmpty() ? new String[0] : inner.split(",", -1)) {
            String number = item.strip();
            written.add(rule.equals("reals") ? real(number) : integer(number, 0, Integer.MAX_VALUE));
        }
        insist(written.size() == items, "a list of another length than said");
        return "(" + String.join(",", written) + ")";
    }

    private void note(String code) {
        findings.accept(
                Finding.of(code, Action.CHANGED, Location.ofPart(feature.name()).at("#" + feature.id())));
    }

    private void insist(boolean sound, String otherwise) {
        if (!sound) {
            throw Refusal.of("sxf.feature", Location.ofPart(feature.name()).at("#" + feature.id()), otherwise);
        }
    }
}

package jp.kiyome.office.odf;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.kiyome.container.xml.FilterHost;
import jp.kiyome.container.xml.Utf8;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.formula.FormulaVerdict;
import jp.kiyome.office.formula.OpenFormula;
import jp.kiyome.office.value.FontName;
import jp.kiyome.office.value.HyperlinkTarget;

/** The value rules of OpenDocument: what the words behind an attribute in the vocabularies mean. */
final class OdfJudge {

    private static final String NOT_ALLOWED = "structure.attribute-value";
    private static final String ANONYMOUS = "Author";
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ANCHOR = 2083;
    private static final Pattern WRITER_FORMULA = Pattern.compile(
            "(?:ooow:|of:)?=?(?:[-+*/^()<>=!&%{}\\[\\]$.,;: \\t0-9]|\"[^\"]*+\"|[\\p{L}_][\\p{L}\\p{M}\\p{N}_.]*+)*+");

    private final Session session;
    private final OdfOptions options;
    private final Place place;
    private final FilterHost host;
    private final ObjectFrames frames;
    private String setting = "";

    OdfJudge(Session session, OdfOptions options, Place place, ObjectFrames frames, FilterHost host) {
        this.session = session;
        this.options = options;
        this.place = place;
        this.frames = frames;
        this.host = host;
    }

    String judge(String rule, Utf8 value, XmlName element) {
        return switch (rule) {
            case "uri" -> link(value);
            case "picture" -> place.picture(value, frames.objectCarried());
            case "picture-data" -> place.pictureData(value);
            case "subdocument" -> document(value);
            case "font-name" -> accepted(FontName.fits(value.toString()));
            case "shape-name" -> accepted(value.codePoints() <= LONGEST_NAME);
            case "sheet-name" -> accepted(value.codePoints() <= LONGEST_NAME);
            case "cells" -> accepted(CellAddresses.fit(value.toString()));
            case "cell-formula" -> formula(OpenFormula.refusal(value.toString()));
            case "condition" -> formula(OpenFormula.conditionRefusal(value.toString()));
            case "writer-formula" -> writerFormula(value.toString());
            case "author" -> author(value);
            case "mimetype" -> accepted(OdfType.known(value.toString()));
            case "setting-set" -> SettingRules.ALL.hasSet(value.toString()) ? FilterHost.ACCEPTED : "odf.settings";
            case "setting-name" -> settingName(value.toString());
            case "setting" ->
                SettingRules.ALL.accepts(setting, value.toString()) ? FilterHost.ACCEPTED : "odf.settings";
            default -> throw new IllegalStateException("no rule " + rule + " for " + element);
        };
    }

    private String document(Utf8 value) {
        String refused = place.document(value);
        if (refused.isEmpty()) {
            frames.carried();
        }
        return refused;
    }

    /** A place in the same document is a name that OpenDocument writes with a bar and a word behind it: {@code #Table1|table}. */
    private String link(Utf8 value) {
        String text = value.toString();
        if (text.startsWith("#") && text.length() <= LONGEST_ANCHOR && inDocument(text)) {
            return FilterHost.ACCEPTED;
        }
        Optional<HyperlinkTarget> target = HyperlinkTarget.parse(text);
        if (target.isEmpty()) {
            return "link.scheme";
        }
        String canonical = target.get().text();
        if (target.get().isWeb()) {
            session.leadsTo(canonical);
        }
        if (!text.equals(canonical)) {
            value.set(canonical);
        }
        return FilterHost.ACCEPTED;
    }

    private static boolean inDocument(String anchor) {
        for (int i = 1; i < anchor.length(); i++) {
            char c = anchor.charAt(i);
            if (c < ' ' || c == '\\' || c == '#' || c == '<' || c == '>' || c == '"') {
                return false;
            }
        }
        String lower = anchor.toLowerCase(java.util.Locale.ROOT);
        return !lower.contains("://") && !lower.contains("script:") && !lower.contains("macro:");
    }

    private String formula(Optional<FormulaVerdict.Refused> refused) {
        if (refused.isEmpty()) {
            return FilterHost.ACCEPTED;
        }
        return refused.get().reason().code();
    }

    private static String writerFormula(String text) {
        boolean fits = text.length() <= 4096 && WRITER_FORMULA.matcher(text).matches() && !text.contains("://");
        return fits ? FilterHost.ACCEPTED : "active.formula";
    }

    private String author(Utf8 value) {
        if (options.anonymizesAuthors() && !value.isEmpty() && !value.toString().equals(ANONYMOUS)) {
            host.found("metadata.author", Action.REPLACED, "author", "");
            value.set(ANONYMOUS);
        }
        return accepted(value.codePoints() <= LONGEST_NAME);
    }

    private String settingName(String name) {
        setting = name;
        if (SettingRules.ALL.hasItem(name)) {
            return FilterHost.ACCEPTED;
        }
        return name.startsWith("Print") ? "metadata.printer" : "odf.settings";
    }

    private static String accepted(boolean fits) {
        return fits ? FilterHost.ACCEPTED : NOT_ALLOWED;
    }
}

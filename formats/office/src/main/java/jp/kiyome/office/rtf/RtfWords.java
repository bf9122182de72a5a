package jp.kiyome.office.rtf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.finding.FindingTally;
import jp.kiyome.office.rtf.RtfGroup.Role;

/** What control words do: those of the allow-list are written, destinations decide about their group. */
final class RtfWords {

    /** More fonts than any program writes; past some ten thousand Word 2021 lost its way (CVE-2023-21716). */
    private static final int MOST_FONTS = 1000;

    private static final Set<String> LINE_ENDS = Set.of("par", "row", "cell", "sect", "page", "nestrow", "nestcell");
    private static final Set<String> STYLES = Set.of("cs", "ts", "ds");
    private static final Set<String> PARTS = Set.of("listlevel", "lfolevel");
    private static final Set<String> COMMENTS = Set.of(
            "annotation",
            "atnid",
            "atnauthor",
            "atntime",
            "atndate",
            "atnicn",
            "atnref",
            "atnparent",
            "atrfstart",
            "atrfend",
            "chatn");
    private static final Set<String> REVISIONS =
            Set.of("deleted", "revised", "revauth", "revauthdel", "revdttm", "revdttmdel", "crauth", "crdate");

    private final RtfRebuild walk;
    private final RtfWriter out;
    private final FindingTally tally;
    private final RtfText text;
    private final RtfFrames frames;
    private final RtfOptions options;
    private final Map<Integer, Integer> fonts = new HashMap<>();
    private int file = CodePages.WESTERN;
    private int defaultFont = -1;
    private int fontCount;

    RtfWords(RtfRebuild walk, RtfWriter out, Session session, FindingTally tally, RtfText text) {
        this.walk = walk;
        this.out = out;
        this.tally = tally;
        this.text = text;
        this.options = new RtfOptions(session.policy());
        this.frames = new RtfFrames(walk, out, session, tally, text);
        if (options.acceptsChanges()) {
            text.accepting();
        }
    }

    RtfPicture picture() {
        return frames.picture();
    }

    void word(RtfGroup group, String name, boolean numbered, int number) {
        boolean first = group.fresh;
        group.fresh = false;
        if (group.role == Role.SKIPPED) {
            if (first) {
                frames.part(group, name);
            }
            return;
        }
        Optional<WordRule> rule = WordRules.all().rule(name);
        if (rule.isEmpty()) {
            unknown(group, name, first);
            return;
        }
        switch (rule.get()) {
            case WordRule.Group destination -> destination(group, name, first, numbered, number);
            case WordRule.Code code -> frames.frame(group, name, first);
            case WordRule.Drop drop -> drop(group, name, drop.code());
            case WordRule.Quiet quiet -> fallback(group, numbered ? number : 1);
            case WordRule.Tell tell -> {
                if (group.role != Role.OBJECT && group.role != Role.PICTURE) {
                    tally.found(tell.code(), Action.REMOVED, name, "");
                } else {
                    frames.told(group, name, numbered, number);
                }
            }
            case WordRule.Flag flag -> plain(group, name, first, false, 0);
            case WordRule.Number range -> {
                if (numbered && (number < range.least() || number > range.most())) {
                    tally.found("rtf.value", Action.REMOVED, name, Integer.toString(number));
                } else {
                    plain(group, name, first, numbered, number);
                }
            }
            case WordRule.Listed listed -> {
                if (numbered && listed.numbers().contains(number) && group.counts(number)) {
                    plain(group, name, first, true, number);
                } else {
                    tally.found("rtf.value", Action.REMOVED, name, Integer.toString(number));
                }
            }
        }
    }

    private void unknown(RtfGroup group, String name, boolean first) {
        if (group.star && first) {
            tally.found("rtf.unknown-destination", Action.REMOVED, name, "");
            skip(group);
        } else {
            tally.found("rtf.unknown-word", Action.REMOVED, name, "");
        }
    }

    private void drop(RtfGroup group, String name, String code) {
        tally.found(code, Action.REMOVED, name, "");
        skip(group);
    }

    /** From here to its end the group goes; the file itself goes on. */
    private void skip(RtfGroup group) {
        if (!walk.atRoot()) {
            group.role = Role.SKIPPED;
        }
    }

    private void fallback(RtfGroup group, int count) {
        if (count < 0 || count > 8) {
            tally.found("rtf.value", Action.REMOVED, "uc", Integer.toString(count));
        }
        group.fallback = Math.max(0, Math.min(count, 8));
    }

    private void destination(RtfGroup group, String name, boolean first, boolean numbered, int number) {
        if (group.role == Role.INSTRUCTION) {
            frames.inInstruction(group, name);
            return;
        }
        if (!group.written() && group.role != Role.OPENED_UP || walk.atRoot() && !first && !name.equals("info")) {
            skip(group);
            return;
        }
        String unwanted = unwanted(name);
        if (!unwanted.isEmpty()) {
            drop(group, name, unwanted);
            return;
        }
        if (PARTS.contains(name) && !walk.outer().takes(name)) {
            drop(group, name, "rtf.value");
            return;
        }
        if (!text.body(group)) {
            skip(group);
            return;
        }
        group.holds(name);
        if (!first) {
            out.open();
            group.braces++;
        }
        if (WordRules.all().starred(name)) {
            out.star();
        }
        write(name, numbered && number >= 0 && number <= 0xFFFF, number);
        group.role = switch (name) {
            case "fonttbl" -> Role.FONTS;
            case "colortbl" -> Role.COLOURS;
            case "info" -> Role.INFO;
            case "atnauthor", "atnid" -> options.anonymizesAuthors() ? Role.AUTHOR : Role.BODY;
            case "revtbl" -> options.anonymizesAuthors() ? Role.AUTHORS : Role.BODY;
            default -> Role.BODY;
        };
        group.measure(name);
    }

    /** The finding under which the policy drops a destination; empty where it does not. */
    private String unwanted(String name) {
        if (options.removesComments() && COMMENTS.contains(name)) {
            return "review.comment";
        }
        if (options.removesTitle() && name.equals("title")) {
            return "metadata.properties";
        }
        return options.acceptsChanges() && name.equals("revtbl") ? "review.tracked-change" : "";
    }

    private void plain(RtfGroup group, String name, boolean first, boolean numbered, int number) {
        switch (group.role) {
            case INSTRUCTION -> {
                if (name.equals("tab") || name.equals("par") || name.equals("line")) {
                    text.raw(group, ' ');
                } else {
                    frames.looks(name, numbered, number);
                }
                state(group, name, number);
            }
            case PICTURE -> frames.picture().word(name, numbered, number);
            case FIELD -> frames.flag(name);
            case BODY, OPENED_UP, SHAPE, FONTS, COLOURS, INFO, AUTHORS -> written(group, name, first, numbered, number);
            case AUTHOR, SKIPPED, OBJECT, PROPERTY, PROPERTY_NAME, PROPERTY_VALUE, ALTERNATIVES -> {}
        }
    }

    private void written(RtfGroup group, String name, boolean first, boolean numbered, int number) {
        if (group.star && first && !STYLES.contains(name)) {
            tally.found("rtf.unknown-destination", Action.REMOVED, name, "");
            skip(group);
            return;
        }
        if (name.equals("f") && group.role == Role.FONTS && ++fontCount > MOST_FONTS) {
            tally.found("rtf.fonts", Action.REMOVED, name, "");
            skip(group);
            return;
        }
        state(group, name, numbered ? number : 1);
        if (options.acceptsChanges() && REVISIONS.contains(name)) {
            tally.found("review.tracked-change", Action.REMOVED, name, "");
            return;
        }
        if (options.removesComments() && COMMENTS.contains(name)) {
            return;
        }
        if (!text.body(group)) {
            return;
        }
        if (group.star && first) {
            out.star();
        }
        write(name, numbered, number);
        if (LINE_ENDS.contains(name)) {
            out.newLine();
        }
    }

    private void write(String name, boolean numbered, int number) {
        if (numbered) {
            out.word(name, number);
        } else {
            out.word(name);
        }
    }

    /** What a word changes about the bytes that follow. */
    private void state(RtfGroup group, String name, int number) {
        switch (name) {
            case "f" -> {
                if (group.role == Role.FONTS) {
                    group.font = number;
                } else {
                    group.codePage = fonts.getOrDefault(number, file);
                }
            }
            case "fcharset" -> {
                if (group.role == Role.FONTS) {
                    group.codePage = CodePages.ofFont(number, file);
                    fonts.put(group.font, group.codePage);
                }
            }
            case "ansicpg" -> file(group, number == 0 ? CodePages.WESTERN : number);
            case "mac" -> file(group, 10000);
            case "deff" -> defaultFont = number;
            case "plain" -> {
                group.codePage = fonts.getOrDefault(defaultFont, file);
                group.deleted = false;
            }
            case "deleted" -> group.deleted = number != 0;
            default -> {}
        }
    }

    private void file(RtfGroup group, int codePage) {
        file = codePage;
        group.codePage = codePage;
    }

    /** The group ended, its braces not yet. */
    void closed(RtfGroup group) {
        switch (group.role) {
            case AUTHOR -> author(group);
            case FIELD, INSTRUCTION, PICTURE, OBJECT, PROPERTY, PROPERTY_NAME, PROPERTY_VALUE -> frames.closed(group);
            case BODY, SKIPPED, OPENED_UP, SHAPE, ALTERNATIVES, FONTS, COLOURS, INFO, AUTHORS -> {}
        }
    }

    /** The group is closed in the output, too. */
    void left(RtfGroup group) {
        frames.left(group);
    }

    private void author(RtfGroup group) {
        String name = group.name();
        if (name.isBlank() || name.equals(";")) {
            return;
        }
        String replaced = name.endsWith(";") ? "Author;" : "Author";
        if (!name.strip().equals(replaced)) {
            tally.found("metadata.author", Action.REPLACED, "author", "");
        }
        walk.ensureAround();
        if (group.pending) {
            out.open();
            group.braces++;
            group.pending = false;
        }
        out.text(replaced);
    }
}

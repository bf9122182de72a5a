package jp.kiyome.office.rtf;

import jp.kiyome.core.finding.Action;
import jp.kiyome.office.finding.FindingTally;

/**
 * The characters between control words: bytes in the character set of their font, two for one where that set has such, and UTF-16 code
 * units with what stands for them in readers that know none (RTF 1.9.1, "Unicode RTF").
 *
 * <p>A byte that begins a character takes the next with it, also a brace or a backslash where both stand raw: readers differ there, and
 * in the output both are written as digits, which all read alike.
 */
final class RtfText {

    private static final int MOST_FALLBACK = 8;

    private final RtfRebuild walk;
    private final RtfWriter out;
    private final FindingTally tally;
    private RtfField field = new RtfField();
    private StringBuilder property = new StringBuilder();
    private RtfPicture picture;
    private int skip;
    private int lead = -1;
    private boolean accepting;

    RtfText(RtfRebuild walk, RtfWriter out, FindingTally tally) {
        this.walk = walk;
        this.out = out;
        this.tally = tally;
        this.picture = RtfPicture.none();
    }

    /** Text that was deleted is not carried. */
    void accepting() {
        accepting = true;
    }

    void into(RtfField instruction) {
        field = instruction;
    }

    void into(StringBuilder value) {
        property = value;
    }

    void into(RtfPicture data) {
        picture = data;
    }

    /** A control word or brace ends what was begun. */
    void interrupted(RtfGroup group) {
        skip = 0;
        if (lead >= 0) {
            int alone = lead;
            lead = -1;
            put(group, alone, true);
        }
    }

    void raw(RtfGroup group, int value) {
        if (skipped()) {
            return;
        }
        if (value == 0) {
            tally.found("rtf.control-character", Action.REMOVED, "text", "0");
        } else {
            value(group, value, false);
        }
    }

    void hex(RtfGroup group, int value) {
        if (!skipped()) {
            value(group, value, true);
        }
    }

    void escaped(RtfGroup group, int c) {
        if (!skipped()) {
            value(group, c, false);
        }
    }

    private boolean skipped() {
        if (skip > 0) {
            skip--;
            return true;
        }
        return false;
    }

    private void value(RtfGroup group, int value, boolean digits) {
        if (lead >= 0) {
            int first = lead;
            lead = -1;
            pair(group, first, value);
        } else if (CodePages.leads(group.codePage, value) && shown(group)) {
            lead = value;
        } else {
            put(group, value, digits);
        }
    }

    private void pair(RtfGroup group, int first, int second) {
        if (second < ' ') {
            put(group, first, true);
            put(group, second, true);
            return;
        }
        if (group.role == RtfGroup.Role.INSTRUCTION) {
            field.text(first, group.codePage);
            field.text(second, group.codePage);
        } else if (body(group)) {
            out.hex(first);
            out.hex(second);
        }
    }

    /** Whether bytes of the group are characters. */
    private static boolean shown(RtfGroup group) {
        return group.role == RtfGroup.Role.INSTRUCTION || group.written() || group.role == RtfGroup.Role.OPENED_UP;
    }

    private void put(RtfGroup group, int value, boolean digits) {
        switch (group.role) {
            case INSTRUCTION -> field.text(value, group.codePage);
            case PROPERTY_NAME, PROPERTY_VALUE -> property(value);
            case PICTURE -> {
                if (!digits) {
                    picture.text(value);
                }
            }
            case SKIPPED -> {}
            case FIELD, OBJECT, SHAPE, PROPERTY, ALTERNATIVES -> lost(value);
            case COLOURS -> {
                if (value == ';') {
                    walk.ensureOpen();
                    out.text(value);
                } else {
                    lost(value);
                }
            }
            case AUTHOR, AUTHORS -> group.name(value);
            case BODY, OPENED_UP, FONTS, INFO -> character(group, value, digits);
        }
    }

    private void property(int value) {
        if (property.length() < ShapeProperties.LONGEST && value >= ' ') {
            property.append((char) value);
        }
    }

    private void lost(int value) {
        if (value > ' ') {
            tally.found("structure.text", Action.REMOVED, "text", "");
        }
    }

    private void character(RtfGroup group, int value, boolean digits) {
        boolean place = digits && group.measured();
        if (value < ' ' && !place || value == 0x7F) {
            if (value == '\t') {
                if (body(group)) {
                    out.word("tab");
                }
            } else {
                tally.found("rtf.control-character", Action.REMOVED, "text", Integer.toString(value));
            }
        } else if (body(group)) {
            if (place) {
                out.hex(value);
            } else {
                out.text(value);
            }
        }
    }

    /** Makes ready to write into the group; false where what stands there goes. */
    boolean body(RtfGroup group) {
        if (accepting && group.deleted || !shown(group)) {
            return false;
        }
        group.fresh = false;
        walk.ensureOpen();
        return true;
    }

    /** Whether what stands in the group was deleted, and the policy accepts that. */
    boolean leavesOut(RtfGroup group) {
        return accepting && group.deleted;
    }

    void symbol(RtfGroup group, char symbol) {
        interrupted(group);
        if (group.role == RtfGroup.Role.INSTRUCTION) {
            field.text(symbol == '~' ? ' ' : symbol, group.codePage);
        } else if (group.written() && group.role != RtfGroup.Role.SHAPE && body(group)) {
            out.symbol(symbol);
        }
    }

    /** A character by its number; what follows stands for it where it is not known. */
    void unit(RtfGroup group, int number) {
        interrupted(group);
        skip = Math.min(group.fallback, MOST_FALLBACK);
        int unit = number & 0xFFFF;
        if (number < Short.MIN_VALUE || number > 0xFFFF || unit < ' ' && !group.measured()) {
            tally.found("rtf.value", Action.REMOVED, "u", Integer.toString(number));
            return;
        }
        switch (group.role) {
            case INSTRUCTION -> field.unit(unit);
            case PROPERTY_NAME, PROPERTY_VALUE -> {
                if (property.length() < ShapeProperties.LONGEST) {
                    property.append((char) unit);
                }
            }
            case AUTHOR, AUTHORS -> group.name(unit);
            case BODY, OPENED_UP, FONTS, INFO -> {
                if (body(group)) {
                    out.unicode(unit);
                }
            }
            case SKIPPED, FIELD, PICTURE, OBJECT, SHAPE, PROPERTY, ALTERNATIVES, COLOURS -> {}
        }
    }
}

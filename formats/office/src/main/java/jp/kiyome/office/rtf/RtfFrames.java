package jp.kiyome.office.rtf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.finding.FindingTally;
import jp.kiyome.office.rtf.RtfGroup.Role;

/** Fields, pictures, objects and shapes: destinations whose parts belong together. */
final class RtfFrames {

    private final RtfRebuild walk;
    private final RtfWriter out;
    private final Session session;
    private final FindingTally tally;
    private final RtfText text;
    private final Deque<RtfField> fields = new ArrayDeque<>();
    private final Deque<RtfGroup> starters = new ArrayDeque<>();
    private StringBuilder propertyName = new StringBuilder();
    private StringBuilder propertyValue = new StringBuilder();
    private RtfPicture picture = RtfPicture.none();
    private int pictures;

    RtfFrames(RtfRebuild walk, RtfWriter out, Session session, FindingTally tally, RtfText text) {
        this.walk = walk;
        this.out = out;
        this.session = session;
        this.tally = tally;
        this.text = text;
    }

    RtfPicture picture() {
        return picture;
    }

    /** A destination that begins one of them, or stands where it may not. */
    void frame(RtfGroup group, String name, boolean first) {
        boolean inBody = group.written() || group.role == Role.OPENED_UP;
        switch (name) {
            case "field" -> field(group, inBody && first || group.role == Role.INSTRUCTION && first);
            case "pict" -> picture(group, inBody);
            case "object" -> {
                tally.found("active.ole-object", Action.REMOVED, name, "");
                group.role = walk.atRoot() ? group.role : Role.OBJECT;
            }
            case "shp", "shpgrp", "shpinst" -> shape(group, name, inBody && first);
            case "sp" -> property(group, inBody && first);
            case "upr" -> group.role = inBody && first && !walk.atRoot() ? Role.ALTERNATIVES : skipped(group);
            case "result" -> tally.found("rtf.unknown-word", Action.REMOVED, name, "");
            default -> {
                tally.found("rtf.unknown-destination", Action.REMOVED, name, "");
                group.role = skipped(group);
            }
        }
    }

    private Role skipped(RtfGroup group) {
        return walk.atRoot() ? group.role : Role.SKIPPED;
    }

    /** The first word of a group inside one of them, which goes unless it is a part of that. */
    void part(RtfGroup group, String name) {
        switch (group.around) {
            case FIELD -> fieldPart(group, name);
            case OBJECT -> {
                if (name.equals("result")) {
                    group.role = Role.BODY;
                }
            }
            case ALTERNATIVES -> {
                if (name.equals("ud") && group.star) {
                    group.role = Role.OPENED_UP;
                }
            }
            case SHAPE -> shapePart(group, name);
            case PROPERTY -> {
                if (name.equals("sn")) {
                    group.role = Role.PROPERTY_NAME;
                    propertyName = new StringBuilder();
                    text.into(propertyName);
                } else if (name.equals("sv")) {
                    group.role = Role.PROPERTY_VALUE;
                    propertyValue = new StringBuilder();
                    text.into(propertyValue);
                }
            }
            case PROPERTY_VALUE -> {
                if (name.equals("pict")) {
                    propertyPicture(group);
                }
            }
            case BODY,
                    SKIPPED,
                    OPENED_UP,
                    INSTRUCTION,
                    PICTURE,
                    PROPERTY_NAME,
                    FONTS,
                    COLOURS,
                    INFO,
                    AUTHOR,
                    AUTHORS -> {}
        }
    }

    private void field(RtfGroup group, boolean allowed) {
        if (!allowed || walk.atRoot()) {
            tally.found("active.field", Action.REMOVED, "field", "");
            group.role = skipped(group);
            return;
        }
        group.inField = group.role == Role.INSTRUCTION;
        if (group.inField) {
            walk.ensureAround();
            out.hold();
        }
        group.role = Role.FIELD;
        fields.push(new RtfField());
    }

    private void fieldPart(RtfGroup group, String name) {
        RtfField field = fields.element();
        if (name.equals("fldinst") && field.begin()) {
            group.role = Role.INSTRUCTION;
            starters.push(group);
            text.into(field);
        } else if (name.equals("fldrslt")) {
            group.role = Role.BODY;
            if (field.kept()) {
                out.open();
                out.word("fldrslt");
                group.braces = 1;
                group.pending = false;
            } else if (!field.decided()) {
                tally.found("active.field", Action.REMOVED, "field", "");
            }
        } else {
            tally.found("active.field", Action.REMOVED, name, "");
        }
    }

    /** A destination inside an instruction: data of form fields goes, and so does all else. */
    void inInstruction(RtfGroup group, String name) {
        tally.found("active.form-control", Action.REMOVED, name, "");
        group.role = Role.SKIPPED;
    }

    void looks(String name, boolean numbered, int number) {
        fields.element().looks("\\" + name + (numbered ? Integer.toString(number) : ""));
    }

    void flag(String name) {
        if (name.startsWith("fld")) {
            fields.element().flag(name);
        }
    }

    private void picture(RtfGroup group, boolean allowed) {
        if (!allowed || walk.atRoot()) {
            group.role = skipped(group);
            return;
        }
        group.role = Role.PICTURE;
        picture = new RtfPicture(session);
        text.into(picture);
    }

    private void propertyPicture(RtfGroup group) {
        if (kind().equals(Optional.of(ShapeProperties.Kind.PICTURE))) {
            group.role = Role.PICTURE;
            group.inProperty = true;
            picture = new RtfPicture(session);
            text.into(picture);
        }
    }

    private Optional<ShapeProperties.Kind> kind() {
        return ShapeProperties.all().kind(propertyName.toString().strip());
    }

    /** A word about where a picture or an object came from. */
    void told(RtfGroup group, String name, boolean numbered, int number) {
        if (group.role == Role.PICTURE) {
            picture.word(name, numbered, number);
        } else if (name.equals("objautlink") || name.equals("objlink")) {
            tally.found("active.ole-link", Action.REMOVED, name, "");
        }
    }

    private void shape(RtfGroup group, String name, boolean allowed) {
        if (!allowed || walk.atRoot() || !text.body(group)) {
            group.role = skipped(group);
            return;
        }
        if (name.equals("shpinst")) {
            out.star();
        }
        out.word(name);
        group.role = Role.SHAPE;
    }

    private void shapePart(RtfGroup group, String name) {
        switch (name) {
            case "shp", "shpgrp", "shpinst" -> {
                group.role = Role.BODY;
                shape(group, name, true);
            }
            case "sp" -> property(group, true);
            case "shptxt" -> {
                group.role = Role.BODY;
                if (text.body(group)) {
                    out.word(name);
                }
            }
            case "shprslt" -> tally.found("structure.legacy", Action.REMOVED, name, "");
            default -> tally.found("rtf.unknown-destination", Action.REMOVED, name, "");
        }
    }

    private void property(RtfGroup group, boolean allowed) {
        propertyName = new StringBuilder();
        propertyValue = new StringBuilder();
        group.role = allowed ? Role.PROPERTY : skipped(group);
    }

    void closed(RtfGroup group) {
        switch (group.role) {
            case INSTRUCTION -> {
                if (group.equals(starters.peek())) {
                    starters.pop();
                    decide();
                }
            }
            case PICTURE -> drawn(group);
            case PROPERTY -> propertyEnds();
            case FIELD -> {
                if (fields.element().kept()) {
                    out.close();
                }
            }
            case BODY,
                    SKIPPED,
                    OPENED_UP,
                    OBJECT,
                    SHAPE,
                    PROPERTY_NAME,
                    PROPERTY_VALUE,
                    ALTERNATIVES,
                    FONTS,
                    COLOURS,
                    INFO,
                    AUTHOR,
                    AUTHORS -> {}
        }
    }

    private void decide() {
        walk.ensureAround();
        fields.element().decide(out, tally);
    }

    private void drawn(RtfGroup group) {
        if (group.inProperty) {
            walk.ensureAround();
            out.open();
            out.word("sp");
            out.open();
            out.word("sn");
            out.text(propertyName.toString().strip());
            out.close();
            out.open();
            out.word("sv");
            out.separated();
            picture.write(out, session, tally, ++pictures);
            out.close();
            out.close();
            propertyName = new StringBuilder();
        } else if (!text.leavesOut(group)) {
            walk.ensureAround();
            picture.write(out, session, tally, ++pictures);
        }
        picture = RtfPicture.none();
        text.into(picture);
    }

    private void propertyEnds() {
        String name = propertyName.toString().strip();
        if (name.isEmpty()) {
            return;
        }
        Optional<ShapeProperties.Kind> kind = kind();
        String value = propertyValue.toString();
        if (kind.isEmpty() || !ShapeProperties.fits(kind.get(), value)) {
            tally.found("rtf.shape-property", Action.REMOVED, name, "");
            return;
        }
        walk.ensureAround();
        out.open();
        out.word("sp");
        out.open();
        out.word("sn");
        out.text(name);
        out.close();
        out.open();
        out.word("sv");
        out.text(value);
        out.close();
        out.close();
    }

    void left(RtfGroup group) {
        if (group.role != Role.FIELD) {
            return;
        }
        RtfField ended = fields.pop();
        if (group.inField) {
            String held = out.release();
            if (!ended.kept()) {
                held = "";
            }
            text.into(fields.element());
            fields.element().nested(held);
        }
    }
}

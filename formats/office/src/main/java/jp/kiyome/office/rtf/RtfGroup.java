package jp.kiyome.office.rtf;

/** One group that is open in the walk, and what holds in it (RTF 1.9.1: a group inherits the state around it). */
final class RtfGroup {

    /** What the text and the words of a group are. */
    enum Role {
        /** Written as they come. */
        BODY,
        /** Gone, with everything inside. */
        SKIPPED,
        /** The group itself goes; what is inside stays. */
        OPENED_UP,
        FIELD,
        INSTRUCTION,
        PICTURE,
        OBJECT,
        SHAPE,
        PROPERTY,
        PROPERTY_NAME,
        PROPERTY_VALUE,
        ALTERNATIVES,
        FONTS,
        COLOURS,
        INFO,
        /** A name that a policy may replace. */
        AUTHOR,
        AUTHORS
    }

    /** Levels of a list (RTF 1.9.1, "List Levels"). */
    private static final int LEVELS = 9;

    Role role = Role.BODY;
    /** Whether its opening brace stands in the output, and how many must be closed at its end. */
    boolean pending = true;

    int braces;
    boolean star;
    /** Nothing but a star was read in it yet, so that its first word says what it is. */
    boolean fresh = true;
    /** What the role of the group around it was. */
    Role around = Role.BODY;

    int codePage;
    /** How many characters stand for one that is given by number, for readers that know none ({@code \\uc}). */
    int fallback = 1;

    boolean deleted;
    /** In a table of fonts: the font whose entry this is. */
    int font = -1;

    /** Whether the field stands in the instruction of another. */
    boolean inField;
    /** Whether the picture is the value of a shape's property. */
    boolean inProperty;

    /** What a list, an override of one and a level of that hold, and how many more of them: readers keep room for no more. */
    private String parts = "";

    private int partsLeft;
    private boolean counted;

    private final StringBuilder name = new StringBuilder();
    private boolean measured;

    RtfGroup(int codePage) {
        this.codePage = codePage;
    }

    /** Whether its braces are written, once something stands in it. */
    boolean written() {
        return switch (role) {
            case BODY, SHAPE, FONTS, COLOURS, INFO, AUTHOR, AUTHORS -> true;
            case SKIPPED,
                    OPENED_UP,
                    FIELD,
                    INSTRUCTION,
                    PICTURE,
                    OBJECT,
                    PROPERTY,
                    PROPERTY_NAME,
                    PROPERTY_VALUE,
                    ALTERNATIVES -> false;
        };
    }

    RtfGroup inside() {
        RtfGroup inner = new RtfGroup(codePage);
        inner.deleted = deleted;
        inner.fallback = fallback;
        inner.around = role;
        inner.role = switch (role) {
            case SKIPPED -> Role.SKIPPED;
            case INSTRUCTION -> Role.INSTRUCTION;
            case FONTS -> Role.FONTS;
            case COLOURS -> Role.COLOURS;
            case INFO -> Role.INFO;
            case AUTHORS, AUTHOR -> Role.AUTHOR;
            case FIELD, OBJECT, SHAPE, ALTERNATIVES, PICTURE, PROPERTY, PROPERTY_NAME, PROPERTY_VALUE -> Role.SKIPPED;
            case BODY, OPENED_UP -> Role.BODY;
        };
        inner.font = font;
        return inner;
    }

    /** Becomes a destination that holds so many parts of one kind. */
    void holds(String destination) {
        switch (destination) {
            case "list" -> holds("listlevel", LEVELS);
            case "lfolevel" -> holds("listlevel", 1);
            case "listoverride" -> holds("lfolevel", 0);
            default -> {}
        }
    }

    private void holds(String part, int count) {
        parts = part;
        partsLeft = count;
    }

    /** Says once how many parts an override has; false where there is none, or it was said before. */
    boolean counts(int count) {
        boolean first = parts.equals("lfolevel") && !counted;
        counted = true;
        partsLeft = first ? count : partsLeft;
        return first;
    }

    /** Takes one more part; false where it is none of this group, or one too many. */
    boolean takes(String part) {
        return parts.equals(part) && partsLeft-- > 0;
    }

    /** Characters of a name that may be replaced. */
    void name(int c) {
        if (name.length() < 256) {
            name.append((char) c);
        }
    }

    String name() {
        return name.toString();
    }

    /** The texts of list levels begin with their length, and hold places of numbers, as bytes below a space. */
    void measure(String destination) {
        measured = destination.equals("leveltext") || destination.equals("levelnumbers");
    }

    boolean measured() {
        return measured;
    }
}

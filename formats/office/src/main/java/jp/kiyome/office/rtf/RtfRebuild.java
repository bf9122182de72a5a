package jp.kiyome.office.rtf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.finding.FindingTally;
import jp.kiyome.office.rtf.RtfGroup.Role;

/**
 * Walks a file token by token and writes what the allow-lists name. Braces are written when something stands between them; a
 * destination decides what its group is; what a reader could take in two ways is settled here, once.
 *
 * <p>Not thread-safe: one file, one thread.
 */
final class RtfRebuild {

    private static final int DEEPEST = 256;

    private final RtfTokens in;
    private final RtfWriter out;
    private final Session session;
    private final FindingTally tally = new FindingTally();
    private final Deque<RtfGroup> groups = new ArrayDeque<>();
    private final RtfText text;
    private final RtfWords words;

    RtfRebuild(RtfTokens in, RtfWriter out, Session session) {
        this.in = in;
        this.out = out;
        this.session = session;
        this.text = new RtfText(this, out, tally);
        this.words = new RtfWords(this, out, session, tally, text);
    }

    void run() {
        session.budget().checkTime();
        begin();
        for (long tokens = 1; !groups.isEmpty(); tokens++) {
            if ((tokens & 0xFFFF) == 0) {
                session.budget().checkTime();
            }
            RtfTokens.Kind kind = in.next();
            if (in.oversized()) {
                tally.found("rtf.value", Action.REMOVED, "token", "");
            }
            switch (kind) {
                case OPEN -> open();
                case CLOSE -> close();
                case WORD -> word();
                case SYMBOL -> symbol();
                case HEX -> text.hex(group(), in.value());
                case TEXT -> text.raw(group(), in.value());
                case END -> {
                    tally.found("rtf.unclosed", Action.CHANGED, "", "");
                    while (!groups.isEmpty()) {
                        close();
                    }
                }
            }
        }
        trailing();
        out.newLine();
        tally.report(session, Location.wholeFile());
    }

    private void begin() {
        boolean opens = in.next() == RtfTokens.Kind.OPEN;
        if (!opens || in.next() != RtfTokens.Kind.WORD || !in.word().startsWith("rt")) {
            throw Refusal.of("rtf.header", "");
        }
        if (!in.word().equals("rtf") || in.numbered() && in.number() > 1) {
            tally.found("rtf.header", Action.CHANGED, in.word(), "");
        }
        RtfGroup root = new RtfGroup(CodePages.WESTERN);
        root.pending = false;
        root.fresh = false;
        root.braces = 1;
        groups.push(root);
        out.open();
        out.word("rtf", 1);
        out.word("uc", 1);
    }

    private void trailing() {
        for (RtfTokens.Kind kind = in.next(); kind != RtfTokens.Kind.END; kind = in.next()) {
            if (kind != RtfTokens.Kind.TEXT || in.value() > ' ') {
                tally.found("rtf.trailing", Action.REMOVED, "", "");
                return;
            }
        }
    }

    RtfGroup group() {
        return groups.element();
    }

    /** The group around the innermost; the innermost itself where there is none. */
    RtfGroup outer() {
        return groups.stream().skip(1).findFirst().orElseGet(this::group);
    }

    boolean atRoot() {
        return groups.size() == 1;
    }

    private void open() {
        if (groups.size() == DEEPEST) {
            throw Refusal.of("rtf.depth", Integer.toString(DEEPEST));
        }
        text.interrupted(group());
        RtfGroup outer = group();
        outer.fresh = false;
        groups.push(outer.inside());
    }

    private void close() {
        text.interrupted(group());
        RtfGroup closed = groups.pop();
        words.closed(closed);
        for (int i = 0; i < closed.braces; i++) {
            out.close();
        }
        words.left(closed);
    }

    /** Writes the braces of the groups around this place that were not needed until now. */
    void ensureOpen() {
        if (!group().pending) {
            return;
        }
        for (Iterator<RtfGroup> outermost = groups.descendingIterator(); outermost.hasNext(); ) {
            RtfGroup group = outermost.next();
            if (group.pending && group.written()) {
                out.open();
                group.braces++;
                group.pending = false;
            }
        }
    }

    /** The same while a group is being closed, which is no longer the innermost. */
    void ensureAround() {
        ensureOpen();
    }

    private void word() {
        String name = in.word();
        text.interrupted(group());
        if (name.equals("u") && in.numbered()) {
            text.unit(group(), in.number());
        } else if (name.equals("bin")) {
            binary();
        } else {
            words.word(group(), name, in.numbered(), in.number());
        }
    }

    private void binary() {
        int length = in.numbered() ? in.number() : 0;
        if (length < 0) {
            throw Refusal.of("rtf.binary", Integer.toString(length));
        }
        RtfGroup group = group();
        group.fresh = false;
        if (group.role == Role.PICTURE) {
            for (int i = 0; i < length; i++) {
                int value = in.binary();
                if (value < 0) {
                    throw Refusal.of("rtf.binary", Integer.toString(length));
                }
                words.picture().binary(value);
            }
            return;
        }
        if (in.skip(length) < length) {
            throw Refusal.of("rtf.binary", Integer.toString(length));
        }
        if (group.role != Role.SKIPPED) {
            tally.found("rtf.binary", Action.REMOVED, "bin", "");
        }
    }

    private void symbol() {
        RtfGroup group = group();
        int c = in.value();
        switch (c) {
            case '*' -> {
                if (group.fresh) {
                    group.star = true;
                }
            }
            case '\\', '{', '}' -> text.escaped(group, c);
            case '~', '-', '_', '|', ':' -> text.symbol(group, (char) c);
            case '\r', '\n' -> {
                text.interrupted(group);
                words.word(group, "par", false, 0);
            }
            case '\t' -> {
                text.interrupted(group);
                words.word(group, "tab", false, 0);
            }
            default -> tally.found("rtf.unknown-word", Action.REMOVED, "symbol", "");
        }
    }
}

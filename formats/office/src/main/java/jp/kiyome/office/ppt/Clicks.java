package jp.kiyome.office.ppt;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.office.record.NumberReader;
import jp.kiyome.office.record.NumberWriter;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.record.RecordHost;

/** What happens on a click ([MS-PPT] 2.8.3, 2.8.7): going to another slide, or following a link that stays. Nothing else does. */
record Clicks(RecordHost host, Hyperlinks links) {

    private static final int CONTAINER = 4082;
    private static final int ATOM = 4083;
    private static final int MACRO = 1;
    private static final int JUMP = 3;
    private static final int FOLLOW = 4;
    private static final int LAST_JUMP = 6;
    private static final int NO_LINK = 0xFF;
    private static final int ANIMATED = 0x01;

    Optional<Record> read(RawRecord raw) {
        for (RawRecord child : raw.children(host.budget())) {
            if (child.type() == ATOM) {
                return atom(raw, new NumberReader(child.bytes()));
            }
        }
        return gone("record.value", "");
    }

    private Optional<Record> atom(RawRecord raw, NumberReader in) {
        int sound = in.i32();
        int link = in.i32();
        int action = in.u8();
        in.skip(1);
        int jump = in.u8();
        int flags = in.u8();
        int kind = in.u8();
        if (!in.ok()) {
            return gone("record.value", "");
        }
        if (in.remaining() > 3) {
            host.found("record.slack", Action.REMOVED, "InteractiveInfoAtom", "");
        }
        if (sound != 0) {
            host.found("active.sound", Action.REMOVED, "InteractiveInfoAtom", "");
        }
        if (action == JUMP && jump >= 1 && jump <= LAST_JUMP) {
            return Optional.of(written(raw, 0, action, jump, flags, NO_LINK));
        }
        if (action == FOLLOW && links.has(link) && jump == 0) {
            boolean known = kind <= 3 || kind == 6 || kind == 7 || kind == 8;
            return Optional.of(written(raw, link, action, 0, flags, known ? kind : NO_LINK));
        }
        return gone(
                action == MACRO ? "macro.reference" : action == FOLLOW ? "link.scheme" : "active.action",
                "action " + action);
    }

    private Optional<Record> gone(String code, String detail) {
        host.found(code, Action.REMOVED, "InteractiveInfoAtom", detail);
        return Optional.empty();
    }

    private static Record written(RawRecord raw, int link, int action, int jump, int flags, int kind) {
        NumberWriter out = new NumberWriter()
                .i32(0)
                .i32(link)
                .u8(action)
                .u8(0)
                .u8(jump)
                .u8(flags & ANIMATED)
                .u8(kind)
                .zeros(3);
        return new Record.Container(
                CONTAINER, raw.head().instance(), List.of(new Record.Atom(0, ATOM, 0, out.bytes())));
    }
}

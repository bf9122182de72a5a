package jp.kiyome.ichitaro.style;

import jp.kiyome.ichitaro.raw.In;
import jp.kiyome.ichitaro.raw.Notes;
import jp.kiyome.ichitaro.raw.Out;

/** The two streams of styles: a number, then blocks, each with records up to a mark. */
public enum StyleStream {
    VIEW("view", 0x00010002, false),
    EDIT("edit", 0x00010001, true);

    private static final long END = 0xFFFF0000L;
    private static final int MOST_MARKS = 3;

    private final String word;
    private final long version;
    private final boolean heads;

    StyleStream(String word, long version, boolean heads) {
        this.word = word;
        this.version = version;
        this.heads = heads;
    }

    String word() {
        return word;
    }

    /** The stream with the records that are listed; a block without one is an empty block. */
    public byte[] rebuild(byte[] stream, Notes notes) {
        In in = new In(stream, notes);
        if (in.u32() != version) {
            throw notes.damaged("styles of another version");
        }
        Out out = new Out().u32(version);
        while (in.left() > 0) {
            int tag = in.u16();
            In block = in.part(in.count(in.left()));
            if (StyleRules.knows(this, tag)) {
                byte[] kept = block(tag, block, notes);
                out.u16(tag).u32(kept.length).raw(kept);
            } else {
                gone(tag, "", notes);
            }
        }
        return out.toArray();
    }

    private byte[] block(int tag, In in, Notes notes) {
        Out out = new Out();
        if (heads) {
            byte[] head = in.take(in.count(in.left()));
            boolean allowed =
                    StyleRules.head(this, tag).filter(rule -> rule.allows(head)).isPresent();
            if (!allowed) {
                throw notes.damaged("block " + Integer.toHexString(tag) + " begins with " + head.length + " bytes");
            }
            out.u32(head.length).raw(head);
        }
        int record = in.u16();
        int length = in.u16();
        while (record != END >> 16 || length != 0) {
            byte[] data = in.take(length);
            if (StyleRules.of(this, tag, record)
                    .filter(rule -> rule.allows(data))
                    .isPresent()) {
                out.u16(record).u16(length).raw(data);
            } else {
                gone(tag, "", notes);
            }
            record = in.u16();
            length = in.u16();
        }
        return marks(out.u32(END), in, tag, notes);
    }

    /** Behind its mark a block has more of them, or zeros. */
    private byte[] marks(Out out, In in, int tag, Notes notes) {
        for (int i = 0; i < MOST_MARKS && in.left() >= 4; i++) {
            long mark = in.u32();
            if (mark != END && mark != 0) {
                gone(tag, " behind its end", notes);
                return out.toArray();
            }
            out.u32(mark);
        }
        if (in.left() > 0) {
            gone(tag, " behind its end", notes);
        }
        return out.toArray();
    }

    private static void gone(int tag, String record, Notes notes) {
        notes.removed("ichitaro.style-record", Integer.toHexString(tag) + record);
    }
}

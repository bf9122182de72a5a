package jp.kiyome.office.doc.read;

import java.util.List;
import jp.kiyome.office.doc.field.FieldWalk;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.doc.raw.Sttb;
import jp.kiyome.office.doc.sprm.Sprm;
import jp.kiyome.office.doc.text.Body;

/** What check boxes and lists of a form show ([MS-DOC] 2.9.78, FFData). Macros, help and all else of theirs is not looked at. */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
record FormData(Body body, byte[] data) implements FieldWalk.Forms {

    private static final int PIC_LOCATION = 0x6A03;
    private static final int CHECK_BOX = 1;
    private static final int DROP_DOWN = 2;
    private static final int AS_DEFAULT = 25;
    private static final int BEFORE_SIZE = 4;

    @Override
    public String shown(int place) {
        for (Sprm sprm : body.runAt(place).sprms()) {
            if (sprm.code() == PIC_LOCATION) {
                return at(sprm.value());
            }
        }
        return "";
    }

    private String at(int offset) {
        In size = In.of(data, offset, 6, "Data");
        int whole = size.i32();
        int header = size.u16();
        In in = In.of(data, offset, whole, "Data");
        in.skip(Math.max(BEFORE_SIZE, header));
        in.skip(4);
        int bits = in.u16();
        in.skip(4);
        int kind = bits & 3;
        if (kind != CHECK_BOX && kind != DROP_DOWN) {
            return "";
        }
        skipStrings(in, 1);
        int first = in.u16();
        int result = bits >> 2 & 0x1F;
        int value = result == AS_DEFAULT ? first : result;
        if (kind == CHECK_BOX) {
            return value == 1 ? "\u2612" : "\u2610";
        }
        skipStrings(in, 5);
        List<String> choices = Sttb.read(in).strings();
        return value < choices.size() ? choices.get(value) : "";
    }

    private static void skipStrings(In in, int count) {
        for (int i = 0; i < count; i++) {
            in.skip(in.u16() * 2 + 2);
        }
    }
}

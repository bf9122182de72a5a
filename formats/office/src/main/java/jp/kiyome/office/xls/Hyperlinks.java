package jp.kiyome.office.xls;

import java.util.Optional;
import jp.kiyome.office.value.Anchor;
import jp.kiyome.office.value.HyperlinkTarget;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/**
 * Links of cells ([MS-XLS] 2.4.140 HLink, [MS-OSHARED] 2.3.7.1): to the web, to a mail address, or to a place in the workbook, written
 * anew in one form; anything else goes. Not thread-safe.
 */
record Hyperlinks(Told told) {

    private static final long[] STANDARD = {0x11CE_BAF9_79EA_C9D0L, 0x0BA9_4B00_AA00_828CL};
    private static final long[] URL = {0x11CE_BAF9_79EA_C9E0L, 0x0BA9_4B00_AA00_828CL};

    private static final int MONIKER = 0x01;
    private static final int ABSOLUTE = 0x02;
    private static final int LOCATION = 0x08;
    private static final int DISPLAY = 0x10;
    private static final int IDENTITY = 0x20;
    private static final int TIME = 0x40;
    private static final int FRAME = 0x80;
    private static final int AS_TEXT = 0x100;

    private static final int MOST = 8192;

    /** What a link says. */
    private record Link(String address, String place) {}

    void copy(RecordInput in, RecordOutput out) {
        long area = in.i64();
        in.i64();
        in.i64();
        int version = in.i32();
        int flags = in.i32();
        Link link = version == 2 ? read(in, flags) : new Link("", "");
        if (!in.ok()) {
            told.removed("xls.record-value", "HLink");
            return;
        }
        Optional<String> address = link.address.isEmpty()
                ? Optional.of("")
                : HyperlinkTarget.canonical(link.address).filter(kept -> !kept.startsWith("#"));
        Optional<String> place = link.place.isEmpty() ? Optional.of("") : Anchor.canonical(link.place);
        if (address.isEmpty() || place.isEmpty() || link.address.isEmpty() && link.place.isEmpty()) {
            told.removed("link.scheme", "HLink", link.address.isEmpty() ? link.place : link.address);
            return;
        }
        if (address.get().startsWith("http")) {
            told.session().leadsTo(address.get());
        }
        write(area, address.get(), place.get(), out);
        if (in.tail()) {
            told.removed("xls.record-tail", "HLink");
        }
    }

    private Link read(RecordInput in, int flags) {
        if ((flags & DISPLAY) != 0) {
            text(in);
            told.removed("xls.link-text", "HLink");
        }
        if ((flags & FRAME) != 0) {
            text(in);
            told.removed("xls.link-text", "HLink");
        }
        String address = "";
        if ((flags & MONIKER) != 0) {
            address = (flags & AS_TEXT) != 0 ? text(in) : moniker(in);
        }
        String place = (flags & LOCATION) != 0 ? text(in) : "";
        in.bytes((flags & IDENTITY) != 0 ? 16 : 0);
        in.bytes((flags & TIME) != 0 ? 8 : 0);
        return new Link(address, place);
    }

    /** An address of the web (2.3.7.6 URLMoniker); of any other kind it is none that may stay. */
    private static String moniker(RecordInput in) {
        long low = in.i64();
        long high = in.i64();
        boolean url = low == URL[0] && high == URL[1];
        if (!url) {
            in.rest();
            return "file:";
        }
        int size = in.i32();
        if (size < 0 || size > 2 * MOST || !in.has(size, 1)) {
            in.refuse();
            return "";
        }
        String text = in.characters(size / 2, true);
        in.bytes(size % 2);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /** 2.3.7.9 HyperlinkString: characters, the last of them zero. */
    private static String text(RecordInput in) {
        int length = in.i32();
        if (length < 0 || length > MOST) {
            in.refuse();
            return "";
        }
        String text = in.characters(length, true);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static void write(long area, String address, String place, RecordOutput out) {
        int begun = out.begin(Biff.HLINK);
        out.i64(area);
        out.i64(STANDARD[0]);
        out.i64(STANDARD[1]);
        out.i32(2);
        out.i32((address.isEmpty() ? 0 : MONIKER | ABSOLUTE) | (place.isEmpty() ? 0 : LOCATION));
        if (!address.isEmpty()) {
            out.i64(URL[0]);
            out.i64(URL[1]);
            out.i32(2 * address.length() + 2);
            out.characters(address + '\0', true);
        }
        if (!place.isEmpty()) {
            out.i32(place.length() + 1);
            out.characters(place + '\0', true);
        }
        out.end(begun);
    }
}

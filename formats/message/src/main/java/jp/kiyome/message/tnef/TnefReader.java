package jp.kiyome.message.tnef;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;
import jp.kiyome.message.mapi.MapiItem;
import jp.kiyome.message.mapi.MapiValue;

/** Reads a TNEF stream ([MS-OXTNEF] 2.1): attributes with sums that are checked, properties in some of them. Not thread-safe. */
public final class TnefReader {

    static final long SIGNATURE = 0x223E9F78L;
    private static final int CODEPAGE = 0x3FFD;

    /** Attributes that say what a property says too ([MS-OXTNEF] 2.1.3.3), by the property. */
    private static final Map<Integer, Integer> TEXTS = Map.of(0x8004, 0x0037, 0x800C, 0x1000, 0x8008, 0x001A);

    private final Session session;
    private final Cursor in;
    private final PropertyList message;
    private final Map<Integer, MapiValue> fallback = new TreeMap<>();
    private final List<MapiItem> recipients = new ArrayList<>();
    private final List<MapiItem> files = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private PropertyList file;
    private boolean open;

    private TnefReader(Content content, Session session) {
        this.session = session;
        this.in = new Cursor(content);
        this.message = new PropertyList(session);
        this.file = new PropertyList(session);
    }

    /** Whether a content begins as TNEF does. */
    public static boolean isTnef(Content content) {
        return content.size() > 6 && content.littleEndian(0, 4) == SIGNATURE;
    }

    public static MapiItem read(Content content, Session session) {
        return new TnefReader(content, session).read();
    }

    private MapiItem read() {
        if (in.left() < 6 || in.number(4) != SIGNATURE) {
            throw Cursor.damaged("no signature");
        }
        in.number(2);
        while (in.left() > 0) {
            long level = in.number(1);
            if (level != 1 && level != 2 || in.left() < 10) {
                session.found(Finding.of("message.tnef-trailing", Action.REMOVED, Location.wholeFile()));
                break;
            }
            session.budget().entries(1);
            int id = (int) in.number(2);
            in.number(2);
            Content data = in.take(in.number(4));
            if (sum(data) != in.number(2)) {
                throw Cursor.damaged("the sum of attribute %04X".formatted(id));
            }
            if (level == 1) {
                message(id, data);
            } else {
                attachment(id, data);
            }
        }
        close();
        fallback.forEach((id, value) -> message.plain().putIfAbsent(id, value));
        return message.item(recipients, files, Optional.empty(), lost);
    }

    private void message(int id, Content data) {
        switch (id) {
            case 0x9003 -> message.read(new Cursor(data));
            case 0x9004 -> recipients(new Cursor(data));
            case 0x9007 -> fallback.put(CODEPAGE, new MapiValue.Fixed(MapiValue.INT, new Cursor(data).number(4)));
            // The version, and the class that stands for one of the same name in Microsoft Mail.
            case 0x9006 -> {}
            case 0x8008 -> fallback.put(0x001A, new MapiValue.Text(messageClass(data)));
            default -> {
                Integer property = TEXTS.get(id);
                if (property == null) {
                    lost.add("%04X".formatted(id));
                } else {
                    fallback.put(property, new MapiValue.Coded(data));
                }
            }
        }
    }

    private void recipients(Cursor rows) {
        long count = rows.number(4);
        for (long i = 0; i < count; i++) {
            session.budget().entries(1);
            PropertyList row = new PropertyList(session);
            row.read(rows);
            recipients.add(row.item(List.of(), List.of(), Optional.empty(), List.of()));
        }
    }

    private void attachment(int id, Content data) {
        switch (id) {
            case 0x9002 -> {
                close();
                open = true;
            }
            case 0x8010 -> file.plain().putIfAbsent(0x3704, new MapiValue.Coded(data));
            case 0x800F -> file.plain().putIfAbsent(PropertyList.DATA, new MapiValue.Bytes(data));
            case 0x9005 -> file.read(new Cursor(data));
            default -> lost.add("attachment %04X".formatted(id));
        }
        open |= id == 0x800F || id == 0x9005;
    }

    private void close() {
        if (open) {
            Optional<MapiItem> inside = file.message().map(this::inside);
            files.add(file.item(List.of(), List.of(), inside, List.of()));
        }
        file = new PropertyList(session);
        open = false;
    }

    private MapiItem inside(Content content) {
        session.budget().enter();
        try {
            return read(content, session);
        } finally {
            session.budget().leave();
        }
    }

    /** [MS-OXTNEF] 2.1.3.3.1 and its table: classes of Microsoft Mail. */
    private static String messageClass(Content data) {
        StringBuilder text = new StringBuilder();
        for (long i = 0; i < Math.min(256, data.size()) && data.byteAt(i) != 0; i++) {
            text.append((char) data.byteAt(i));
        }
        return switch (text.toString()) {
            case "IPM.Microsoft Mail.Note" -> "IPM.Note";
            case "IPM.Microsoft Mail.Read Receipt" -> "Report.IPM.Note.IPNRN";
            case "IPM.Microsoft Mail.Non-Delivery" -> "Report.IPM.Note.NDR";
            case "IPM.Microsoft Schedule.MtgReq" -> "IPM.Schedule.Meeting.Request";
            case "IPM.Microsoft Schedule.MtgRespP" -> "IPM.Schedule.Meeting.Resp.Pos";
            case "IPM.Microsoft Schedule.MtgRespN" -> "IPM.Schedule.Meeting.Resp.Neg";
            case "IPM.Microsoft Schedule.MtgRespA" -> "IPM.Schedule.Meeting.Resp.Tent";
            case "IPM.Microsoft Schedule.MtgCncl" -> "IPM.Schedule.Meeting.Canceled";
            default -> text.toString();
        };
    }

    /** [MS-OXTNEF] 2.1.3.2: the sum of the bytes. */
    static int sum(Content data) {
        byte[] buffer = new byte[1 << 13];
        int sum = 0;
        for (long at = 0; at < data.size(); at += buffer.length) {
            int length = (int) Math.min(buffer.length, data.size() - at);
            data.copy(at, buffer, 0, length);
            for (int i = 0; i < length; i++) {
                sum += buffer[i] & 0xFF;
            }
        }
        return sum & 0xFFFF;
    }
}

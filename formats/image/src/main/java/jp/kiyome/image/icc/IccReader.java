package jp.kiyome.image.icc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;

/** Reads a profile's header and tag table (ICC.1:2022 7.2, 7.3). Stateless. */
final class IccReader {

    static final AllowList ALLOWED = AllowList.beside(IccReader.class, "icc.allow");

    private static final List<String> CLASSES = List.of("mntr", "scnr", "prtr", "spac");
    private static final int MAX_TAGS = 100;

    private IccReader() {}

    static IccModel read(Bytes profile, IccProfile.Space space) {
        ByteReader in = new ByteReader(HeapContent.of(profile.toArray()));
        in.skip(8);
        int version = in.u16be();
        in.skip(2);
        String deviceClass = text(in);
        String dataSpace = text(in);
        String connection = text(in);
        in.seek(36);
        boolean valid = text(in).equals("acsp")
                && CLASSES.contains(deviceClass)
                && dataSpace.equals(space.signature())
                && (connection.equals("XYZ ") || connection.equals("Lab "))
                && (version >> 8 == 2 || version >> 8 == 4);
        in.seek(64);
        long intent = in.u32be();
        if (!valid || intent > 3) {
            throw Refused.damaged("ICC profile header");
        }
        in.seek(128);
        SortedMap<String, Bytes> elements = elements(in, space);
        IccModel model =
                new IccModel(version & 0xFFF0, deviceClass, space, connection.equals("Lab "), (int) intent, elements);
        if (!usable(model)) {
            throw Refused.damaged("ICC profile without the tags that its colours need");
        }
        return model;
    }

    private static SortedMap<String, Bytes> elements(ByteReader in, IccProfile.Space space) {
        long count = in.u32be();
        if (count > MAX_TAGS) {
            throw Refused.damaged("ICC profile with " + count + " tags");
        }
        SortedMap<String, Bytes> elements = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            in.seek(132 + 12L * i);
            String tag = text(in);
            long offset = in.u32be();
            long size = in.u32be();
            if (ALLOWED.entry(tag).rule() == AllowList.Rule.REBUILD) {
                in.seek(offset);
                Bytes data = Bytes.of(in.bytes((int) Math.min(size, in.remaining() + 1)));
                elements.put(tag, IccElement.checked(tag, data, space));
            }
        }
        return elements;
    }

    /** ICC.1:2022 8.3 to 8.5: a matrix and curves, or a table. */
    private static boolean usable(IccModel model) {
        return model.has("A2B0")
                || switch (model.space()) {
                    case GRAY -> model.has("kTRC");
                    case RGB -> !model.labConnection() && model.has("rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC");
                    case CMYK -> false;
                };
    }

    static String text(ByteReader in) {
        return new String(in.bytes(4), StandardCharsets.ISO_8859_1);
    }
}

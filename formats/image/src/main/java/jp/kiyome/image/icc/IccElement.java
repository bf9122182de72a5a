package jp.kiyome.image.icc;

import java.util.List;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;

/** The element types that we carry (ICC.1:2022 section 10): exact lengths, bounded counts; reserved bytes become 0. Stateless. */
final class IccElement {

    private static final int MAX_CURVE = 4096;
    private static final int[] PARAMETERS = {1, 3, 4, 5, 7};

    private IccElement() {}

    static Bytes checked(String tag, Bytes data, IccProfile.Space space) {
        ByteReader in = new ByteReader(HeapContent.of(data.toArray()));
        String type = IccReader.text(in);
        in.skip(4);
        if (!List.of(IccReader.ALLOWED.entry(tag).argument().split(",", -1)).contains(type.strip())) {
            throw Refused.damaged("ICC tag of another type than its own");
        }
        long length =
                switch (type) {
                    case "XYZ " -> 20;
                    case "sf32" -> 8 + 9 * 4;
                    case "curv" -> curve(in);
                    case "para" -> parametric(in);
                    default -> table(tag, type, in, space);
                };
        if (length > data.length()) {
            throw Refused.truncated("ICC element");
        }
        byte[] rebuilt = data.part(0, (int) length).toArray();
        java.util.Arrays.fill(rebuilt, 4, 8, (byte) 0);
        if (type.equals("para")) {
            java.util.Arrays.fill(rebuilt, 10, 12, (byte) 0);
        } else if (type.startsWith("mft")) {
            rebuilt[11] = 0;
        }
        return Bytes.of(rebuilt);
    }

    /** 10.6 curveType. */
    private static long curve(ByteReader in) {
        long count = in.u32be();
        if (count > MAX_CURVE) {
            throw Refused.damaged("ICC curve of " + count + " points");
        }
        return 12 + 2 * count;
    }

    /** 10.18 parametricCurveType. */
    private static long parametric(ByteReader in) {
        int function = in.u16be();
        if (function >= PARAMETERS.length) {
            throw Refused.damaged("ICC curve by function " + function);
        }
        return 12 + 4L * PARAMETERS[function];
    }

    /** 10.10 lut16Type, 10.11 lut8Type. */
    private static long table(String tag, String type, ByteReader in, IccProfile.Space space) {
        int inputs = in.u8();
        int outputs = in.u8();
        int grid = in.u8();
        boolean toConnection = tag.startsWith("A2B");
        if (inputs != (toConnection ? space.channels() : 3)
                || outputs != (toConnection ? 3 : space.channels())
                || grid < 2) {
            throw Refused.damaged("ICC table from " + inputs + " to " + outputs + " channels");
        }
        boolean wide = type.equals("mft2");
        in.skip(1 + 36);
        int inputEntries = wide ? in.u16be() : 256;
        int outputEntries = wide ? in.u16be() : 256;
        if (inputEntries < 2 || inputEntries > MAX_CURVE || outputEntries < 2 || outputEntries > MAX_CURVE) {
            throw Refused.damaged("ICC table with curves of " + inputEntries + " and " + outputEntries + " points");
        }
        long points = outputs;
        for (int i = 0; i < inputs; i++) {
            points *= grid;
        }
        long values = (long) inputs * inputEntries + points + (long) outputs * outputEntries;
        return wide ? 52 + 2 * values : 48 + values;
    }
}

package jp.kiyome.image.wmf;

import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.image.metafile.Played;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Refused;

/**
 * How the file begins ([MS-WMF] 2.3.2.2 META_HEADER, 2.3.2.3 META_PLACEABLE).
 *
 * @param place bounds and units an inch (five numbers), where the file is placeable
 * @param version 0x100 or 0x300
 * @param size bytes up to the first record
 */
record WmfHead(Optional<int[]> place, int version, int size) {

    private static final int KEY = 0x9AC6CDD7;
    private static final int PLACEABLE = 22;
    private static final int HEADER = 18;

    /** Throws {@link jp.kiyome.core.finding.Refusal} when the file does not begin with a header. */
    static WmfHead read(Content content, Played report) {
        ByteReader in = new ByteReader(content);
        in.require(HEADER);
        boolean placeable = in.i32le() == KEY;
        in.seek(0);
        Optional<int[]> place = placeable ? Optional.of(place(in, report)) : Optional.empty();
        int type = in.u16le();
        int words = in.u16le();
        int version = in.u16le();
        in.skip(10);
        if (in.u16le() != 0) {
            report.changed("metafile.undefined-field", "META_HEADER");
        }
        if ((type != 1 && type != 2) || words != HEADER / 2 || (version != 0x100 && version != 0x300)) {
            throw Refused.damaged("WMF header");
        }
        return new WmfHead(place, version, (int) in.position());
    }

    private static int[] place(ByteReader in, Played report) {
        in.require(PLACEABLE + HEADER);
        in.skip(4);
        boolean undefined = in.u16le() != 0;
        int[] place = new int[5];
        for (int i = 0; i < 5; i++) {
            place[i] = in.u16le();
        }
        undefined |= in.i32le() != 0;
        in.skip(2);
        if (undefined) {
            report.changed("metafile.undefined-field", "META_PLACEABLE");
        }
        if (place[4] == 0) {
            throw Refused.damaged("WMF of 0 units an inch");
        }
        return place;
    }

    /** The beginning of the output, with what only its writer knows. */
    byte[] bytes(long behind, int objects, long longest) {
        ByteWriter out = new ByteWriter();
        place.ifPresent(numbers -> {
            ByteWriter words = new ByteWriter().u32le(KEY).u16le(0);
            for (int number : numbers) {
                words.u16le(number);
            }
            out.bytes(words.u32le(0).toByteArray()).u16le(checkSum(words.toByteArray()));
        });
        return out.u16le(1)
                .u16le(HEADER / 2)
                .u16le(version)
                .u32le((HEADER + behind) / 2)
                .u16le(objects)
                .u32le(longest / 2)
                .u16le(0)
                .toByteArray();
    }

    private static int checkSum(byte[] words) {
        int sum = 0;
        for (int i = 0; i < words.length; i += 2) {
            sum ^= (words[i] & 0xFF) | (words[i + 1] & 0xFF) << 8;
        }
        return sum;
    }
}

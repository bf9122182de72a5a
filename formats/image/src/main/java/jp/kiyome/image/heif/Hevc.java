package jp.kiyome.image.heif;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** Pictures coded by HEVC (ISO/IEC 14496-15 8, ITU-T H.265). */
record Hevc() implements Coding {

    private static final int VPS = 32;
    private static final int SPS = 33;
    private static final int PPS = 34;
    private static final int MOST_SETS = 16;
    private static final int SLICES_END = 32;
    private static final int BEHIND_PROFILE = 21;

    @Override
    public String item() {
        return "hvc1";
    }

    @Override
    public String property() {
        return "hvcC";
    }

    @Override
    public String brand() {
        return "heic";
    }

    /** 14496-15 8.3.2.1: all but the parameter sets is written from the sequence parameters. */
    @Override
    public Bytes configuration(ByteReader in, Session session, String place) {
        if (in.u8() != 1) {
            throw Refused.unsupported("HEVC configuration of another version");
        }
        in.skip(BEHIND_PROFILE);
        TreeMap<Integer, List<Bytes>> sets = new TreeMap<>();
        int arrays = in.u8();
        for (int i = 0; i < arrays; i++) {
            array(in, sets, session, place);
        }
        if (in.remaining() > 0) {
            session.found(Removed.from("image.gap", place));
        }
        for (int type : new int[] {VPS, SPS, PPS}) {
            if (!sets.containsKey(type)) {
                throw Refused.damaged("HEVC without its parameter sets");
            }
        }
        List<HevcSequence> sequences = new ArrayList<>();
        for (Bytes set : sets.getOrDefault(SPS, List.of())) {
            sequences.add(HevcSequence.read(HevcUnit.unescaped(set.toArray()), session.budget()));
        }
        return written(sequences.getFirst(), sets);
    }

    private static void array(ByteReader in, TreeMap<Integer, List<Bytes>> sets, Session session, String place) {
        int type = in.u8() & 0x3F;
        int count = in.u16be();
        for (int i = 0; i < count; i++) {
            int length = in.u16be();
            HevcUnit unit = HevcUnit.at(in, length);
            if (unit.type() != type) {
                throw Refused.damaged("HEVC parameter set of another type than said");
            }
            AllowList.Entry entry = entry(type);
            if (entry.rule() != AllowList.Rule.REBUILD) {
                skip(in, length, entry, session, place);
            } else if (type < SLICES_END) {
                throw Refused.damaged("HEVC picture among the parameter sets");
            } else {
                HevcUnit.requireEscaped(in, length);
                List<Bytes> of = sets.computeIfAbsent(type, key -> new ArrayList<>());
                of.add(Bytes.of(in.bytes(length)));
                if (of.size() > MOST_SETS) {
                    throw Refused.tooLarge("more than " + MOST_SETS + " parameter sets");
                }
            }
        }
    }

    private static void skip(ByteReader in, long length, AllowList.Entry entry, Session session, String place) {
        in.skip(length);
        if (entry.rule() == AllowList.Rule.DROP) {
            session.found(Removed.from(entry.argument(), place));
        }
    }

    private static AllowList.Entry entry(int type) {
        AllowList.Entry entry = HeifReader.list("nal:", Integer.toString(type));
        if (entry.rule() == AllowList.Rule.REFUSE) {
            throw Refused.unsupported("HEVC unit of type " + type);
        }
        return entry;
    }

    private static Bytes written(HevcSequence sequence, TreeMap<Integer, List<Bytes>> sets) {
        ByteWriter out = new ByteWriter()
                .u8(1)
                .bytes(sequence.profile())
                .u16be(0xF000)
                .u8(0xFC)
                .u8(0xFC | sequence.chroma())
                .u8(0xF8 | sequence.lumaDepth())
                .u8(0xF8 | sequence.chromaDepth())
                .u16be(0)
                .u8(0x0F)
                .u8(sets.size());
        sets.forEach((type, units) -> {
            out.u8(0x80 | type).u16be(units.size());
            units.forEach(unit -> out.u16be(unit.length()).bytes(unit));
        });
        return Bytes.of(out.toByteArray());
    }

    @Override
    public void copy(Content units, ByteReader configuration, Sink out, Session session) {
        configuration.skip(BEHIND_PROFILE);
        int lengthSize = (configuration.u8() & 3) + 1;
        ByteReader in = new ByteReader(units);
        boolean begun = false;
        while (in.remaining() > 0) {
            long length = 0;
            for (int i = 0; i < lengthSize; i++) {
                length = length << 8 | in.u8();
            }
            HevcUnit unit = HevcUnit.at(in, length);
            AllowList.Entry entry = entry(unit.type());
            if (entry.rule() != AllowList.Rule.REBUILD) {
                skip(in, length, entry, session, "HEVC unit of type " + unit.type());
                continue;
            }
            // B.2: parameter sets stand in the configuration, and an item is one picture.
            if (unit.type() >= SLICES_END || unit.first() == begun) {
                throw Refused.damaged("HEVC item of more or less than one picture");
            }
            begun = true;
            HevcUnit.requireEscaped(in, length);
            Units.write(new ByteWriter().u32be(length), out);
            Units.copy(in, length, out);
        }
        if (!begun) {
            throw Refused.damaged("HEVC item without a picture");
        }
    }
}

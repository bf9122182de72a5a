package jp.kiyome.testcorpus.xls;

import jp.kiyome.testcorpus.zip.Bytes;

/** Drawings of a sheet with one shape ([MS-ODRAW], [MS-XLS] 2.4.170, 2.4.181). */
final class Shapes {

    private static final int GROUP_SHAPE = 0x05;
    private static final int SHAPE = 0xA00;

    private Shapes() {}

    private static byte[] record(int version, int instance, int type, byte[] body) {
        return new Bytes()
                .u16(instance << 4 | version)
                .u16(type)
                .u32(body.length)
                .raw(body)
                .toArray();
    }

    private static byte[] container(int type, byte[]... children) {
        Bytes body = new Bytes();
        for (byte[] child : children) {
            body.raw(child);
        }
        return record(0xF, 0, type, body.toArray());
    }

    /** What the drawings share: one of them, with two shapes. */
    static byte[] group() {
        byte[] counts = record(
                0,
                0,
                0xF006,
                new Bytes().u32(1026).u32(2).u32(2).u32(1).u32(1).u32(2).toArray());
        byte[] colours = record(
                0,
                4,
                0xF11E,
                new Bytes()
                        .u32(0x0800000DL)
                        .u32(0x0800000CL)
                        .u32(0x08000017L)
                        .u32(0x100000F7L)
                        .toArray());
        return Biff.record(0x00EB, container(0xF000, counts, colours));
    }

    /** The same with a picture ([MS-ODRAW] 2.2.20, 2.2.32, 2.2.28). */
    static byte[] groupWithPicture(byte[] png) {
        byte[] uid = new byte[16];
        java.util.Arrays.fill(uid, (byte) 7);
        byte[] blip = record(
                0, 0x6E0, 0xF01E, new Bytes().raw(uid).octets(0xFF).raw(png).toArray());
        byte[] entry = new Bytes()
                .octets(6, 6)
                .raw(uid)
                .u16(0xFF)
                .u32(blip.length)
                .u32(1)
                .u32(0)
                .u32(0)
                .raw(blip)
                .toArray();
        byte[] counts = record(
                0,
                0,
                0xF006,
                new Bytes().u32(1026).u32(2).u32(2).u32(1).u32(1).u32(2).toArray());
        byte[] store = record(0xF, 1, 0xF001, record(2, 6, 0xF007, entry));
        return Biff.record(0x00EB, container(0xF000, counts, store));
    }

    /**
     * A drawing with one shape, and its object.
     *
     * @param properties pairs of a number and a value
     * @param object the Obj record
     */
    static byte[] drawing(int[] properties, byte[] object) {
        Bytes table = new Bytes();
        for (int i = 0; i < properties.length; i += 2) {
            table.u16(properties[i]).u32(properties[i + 1]);
        }
        return drawing(properties.length / 2, table.toArray(), object);
    }

    static byte[] drawing(int count, byte[] properties, byte[] object) {
        byte[] patriarch = container(
                0xF004,
                record(1, 0, 0xF009, new byte[16]),
                record(2, 0, 0xF00A, new Bytes().u32(1024).u32(GROUP_SHAPE).toArray()));
        byte[] anchor = record(0, 0, 0xF010, Biff.words(0, 1, 0, 1, 0, 3, 0, 4, 0));
        byte[] shape = container(
                0xF004,
                record(2, 1, 0xF00A, new Bytes().u32(1025).u32(SHAPE).toArray()),
                record(3, count, 0xF00B, properties),
                anchor,
                record(0, 0, 0xF011, new byte[0]));
        byte[] all = container(
                0xF002,
                record(0, 1, 0xF008, new Bytes().u32(2).u32(1025).toArray()),
                container(0xF003, patriarch, shape));
        return new Bytes().raw(Biff.record(0x00EC, all)).raw(object).toArray();
    }

    /** An Obj record of a kind, with parts of its own behind the common one. */
    static byte[] object(int kind, byte[] parts) {
        return Biff.record(
                0x005D,
                new Bytes()
                        .u16(0x15)
                        .u16(18)
                        .u16(kind)
                        .u16(1)
                        .u16(0x6011)
                        .raw(new byte[12])
                        .raw(parts)
                        .u32(0));
    }
}

package jp.kiyome.testcorpus.ppt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.ole.RawCompound;
import jp.kiyome.testcorpus.zip.Bytes;

/**
 * A presentation with one master and one slide with one box of text, and room at every place for something more. Without that it
 * holds nothing that a sanitizer would take out.
 */
final class RawPpt {

    private static final int TOKEN = 0xE391C05F;

    private String text = "Hello 世界";
    private byte[] inDocument = new byte[0];
    private byte[] objects = new byte[0];
    private byte[] inFonts = new byte[0];
    private byte[] inTextInfo = new byte[0];
    private byte[] behindSlide = new byte[0];
    private byte[] inSlide = new byte[0];
    private byte[] inClientData = new byte[0];
    private byte[] inText = new byte[0];
    private byte[] properties = new byte[0];
    private int propertyCount;
    private byte[] moreShapes = new byte[0];
    private byte[] loose = new byte[0];
    private byte[] oldEdit = new byte[0];
    private byte[] table = new byte[0];
    private byte[] pictures = new byte[0];
    private boolean loop;
    private int shapeFlags = 0xA00;
    private String userName = "";
    private UnaryOperator<byte[]> slideAtom = UnaryOperator.identity();
    private UnaryOperator<RawCompound> frame = UnaryOperator.identity();

    RawPpt text(String shown) {
        text = shown;
        return this;
    }

    RawPpt inDocument(byte[]... records) {
        inDocument = Rec.joined(records);
        return this;
    }

    /** In the list of objects outside slides. */
    RawPpt objects(byte[]... records) {
        objects = Rec.container(1033, 0, Rec.atom(1034, 0, new Bytes().u32(9).toArray()), Rec.joined(records));
        return this;
    }

    RawPpt inFonts(byte[]... records) {
        inFonts = Rec.joined(records);
        return this;
    }

    /** Beside the fonts, in what all texts share. */
    RawPpt inTextInfo(byte[]... records) {
        inTextInfo = Rec.joined(records);
        return this;
    }

    /** Behind the slide in the list of slides, where texts of its outline stand. */
    RawPpt behindSlide(byte[]... records) {
        behindSlide = Rec.joined(records);
        return this;
    }

    RawPpt inSlide(byte[]... records) {
        inSlide = Rec.joined(records);
        return this;
    }

    RawPpt inClientData(byte[]... records) {
        inClientData = Rec.container(0xF011, 0, records);
        return this;
    }

    RawPpt inText(byte[]... records) {
        inText = Rec.joined(records);
        return this;
    }

    /** One more property of the box of text, with bytes behind. */
    RawPpt property(int id, int number, byte[] complex) {
        propertyCount++;
        properties = new Bytes().u16(id).u32(number).raw(complex).toArray();
        return this;
    }

    RawPpt moreShapes(byte[]... records) {
        moreShapes = Rec.joined(records);
        return this;
    }

    /** Bytes that the present edit does not reach. */
    RawPpt loose(byte[] records) {
        loose = records;
        return this;
    }

    /** An earlier edit with a slide of its own. */
    RawPpt oldEdit(String slideText) {
        oldEdit = Rec.container(1006, 0, Rec.atom(4000, 0, Rec.utf16(slideText)));
        return this;
    }

    RawPpt loop() {
        loop = true;
        return this;
    }

    /** The table of pictures, and their stream. */
    RawPpt pictures(byte[] entries, byte[] stream) {
        table = Rec.container(0xF001, 1, entries);
        pictures = stream;
        return this;
    }

    RawPpt shapeFlags(int flags) {
        shapeFlags = flags;
        return this;
    }

    RawPpt userName(String name) {
        userName = name;
        return this;
    }

    RawPpt slideAtom(UnaryOperator<byte[]> change) {
        slideAtom = change;
        return this;
    }

    RawPpt frame(UnaryOperator<RawCompound> change) {
        frame = change;
        return this;
    }

    byte[] toArray() {
        Bytes out = new Bytes();
        List<Integer> places = new ArrayList<>();
        long before = 0;
        if (oldEdit.length > 0) {
            int at = out.size();
            out.raw(oldEdit);
            int directory = out.size();
            out.raw(Rec.atom(6002, 0, new Bytes().u32(1 << 20 | 3).u32(at).toArray()));
            before = out.size();
            out.raw(edit(0, directory));
        }
        out.raw(loose);
        for (byte[] object : List.of(document(), master(), slide())) {
            places.add(out.size());
            out.raw(object);
        }
        int directory = out.size();
        Bytes entries = new Bytes().u32(3 << 20 | 1);
        places.forEach(entries::u32);
        out.raw(Rec.atom(6002, 0, entries.toArray()));
        int edit = out.size();
        out.raw(edit(loop ? edit : before, directory));
        RawCompound compound = new RawCompound()
                .stream("PowerPoint Document", out.toArray()).stream("Current User", currentUser(edit));
        if (pictures.length > 0) {
            compound.stream("Pictures", pictures);
        }
        return frame.apply(compound).toArray();
    }

    private static byte[] edit(long before, int directory) {
        return Rec.atom(
                4085,
                0,
                new Bytes()
                        .u32(256)
                        .u32(0x03000000)
                        .u32(before)
                        .u32(directory)
                        .u32(1)
                        .u32(4)
                        .u32(1)
                        .toArray());
    }

    private byte[] currentUser(int edit) {
        byte[] atom = Rec.atom(
                0x0FF6,
                0,
                new Bytes()
                        .u32(0x14)
                        .u32(TOKEN)
                        .u32(edit)
                        .u16(userName.length())
                        .u16(0x3F4)
                        .u16(3)
                        .u16(0)
                        .ascii(userName)
                        .u32(8)
                        .toArray());
        return atom;
    }

    private byte[] document() {
        byte[] settings = new Bytes()
                .u32(5760)
                .u32(4320)
                .u32(4320)
                .u32(5760)
                .u32(5)
                .u32(10)
                .u32(0)
                .u32(0)
                .u16(1)
                .u16(0)
                .octets(0, 0, 0, 1)
                .toArray();
        byte[] counts = new Bytes()
                .u32(3072)
                .u32(3)
                .u32(4)
                .u32(2)
                .u32(1)
                .u32(2)
                .u32(2)
                .u32(2)
                .toArray();
        byte[] colours = new Bytes()
                .u32(0x0800000D)
                .u32(0x0800000C)
                .u32(0x08000017)
                .u32(0x100000F7)
                .toArray();
        return Rec.container(
                1000,
                0,
                Rec.atom(1, 1001, 0, settings),
                objects,
                Rec.container(1010, 0, fonts(), inTextInfo, masterStyles()),
                Rec.container(
                        1035,
                        0,
                        Rec.container(0xF000, 0, Rec.atom(0xF006, 0, counts), table, Rec.atom(0xF11E, 4, colours))),
                Rec.container(4080, 1, persist(2, 0x80000000)),
                inDocument,
                Rec.container(4080, 0, persist(3, 256), behindSlide),
                Rec.atom(1002, 0, new byte[0]));
    }

    static byte[] persist(int object, int id) {
        return Rec.atom(
                1011, 0, new Bytes().u32(object).u32(0).u32(0).u32(id).u32(0).toArray());
    }

    private byte[] fonts() {
        byte[] name = java.util.Arrays.copyOf(Rec.utf16("Arial"), 64);
        return Rec.container(
                2005,
                0,
                Rec.atom(4023, 0, new Bytes().raw(name).octets(0, 0, 4, 0x22).toArray()),
                inFonts);
    }

    /** Styles of every kind of text. */
    private static byte[] masterStyles() {
        Bytes all = new Bytes();
        for (int kind = 0; kind <= 8; kind++) {
            Bytes body = new Bytes().u16(5);
            for (int level = 0; level < 5; level++) {
                if (kind >= 5) {
                    body.u16(level);
                }
                body.u32(0x3FFDFF).u16(0).u16(0x2022).u16(0).u16(100).u32(0xFE000000L);
                body.u16(0)
                        .u16(100)
                        .u16(20)
                        .u16(0)
                        .u16(0)
                        .u16(0)
                        .u16(576)
                        .u16(0)
                        .u16(0)
                        .u16(0)
                        .u16(0);
                body.u32(0x0F0002).u16(0).u16(0).u16(24).u32(0xFE000000L).u16(0);
            }
            all.raw(Rec.atom(4003, kind, body.toArray()));
        }
        return all.toArray();
    }

    private static byte[] scheme() {
        Bytes body = new Bytes();
        for (int i = 0; i < 8; i++) {
            body.u32(0x202020L * i);
        }
        return Rec.atom(2032, 1, body.toArray());
    }

    private static byte[] slideAtomBody(long master) {
        return new Bytes()
                .u32(16)
                .raw(new byte[8])
                .u32(master)
                .u32(0)
                .u16(7)
                .u16(0)
                .toArray();
    }

    private byte[] master() {
        return Rec.container(
                1016,
                0,
                Rec.atom(2, 1007, 0, slideAtomBody(0)),
                scheme(),
                Rec.container(1036, 0, drawing(1, 1024, new byte[0])));
    }

    private byte[] slide() {
        byte[] box = Rec.container(
                0xF004,
                0,
                Rec.atom(2, 0xF00A, 202, new Bytes().u32(2050).u32(shapeFlags).toArray()),
                properties.length == 0 ? properties : Rec.atom(3, 0xF00B, propertyCount, properties),
                Rec.atom(
                        0xF010,
                        0,
                        new Bytes().u16(100).u16(100).u16(4000).u16(900).toArray()),
                inClientData,
                Rec.container(0xF00D, 0, textRecords()));
        return Rec.container(
                1006,
                0,
                slideAtom.apply(Rec.atom(2, 1007, 0, slideAtomBody(0x80000000L))),
                Rec.container(1036, 0, drawing(2, 2048, Rec.joined(box, moreShapes))),
                scheme(),
                inSlide);
    }

    private byte[] textRecords() {
        int length = text.length() + 1;
        byte[] style = new Bytes()
                .u32(length)
                .u16(0)
                .u32(0)
                .u32(length)
                .u32(0x20001)
                .u16(1)
                .u16(32)
                .toArray();
        return Rec.joined(
                Rec.atom(3999, 0, new Bytes().u32(4).toArray()),
                Rec.atom(4000, 0, Rec.utf16(text)),
                Rec.atom(4001, 0, style),
                inText);
    }

    private static byte[] drawing(int number, int first, byte[] shapes) {
        byte[] group = Rec.container(
                0xF004,
                0,
                Rec.atom(1, 0xF009, 0, new byte[16]),
                Rec.atom(2, 0xF00A, 0, new Bytes().u32(first).u32(5).toArray()));
        byte[] background = Rec.container(
                0xF004,
                0,
                Rec.atom(2, 0xF00A, 1, new Bytes().u32(first + 1).u32(0xC00).toArray()));
        int count = shapes.length == 0 ? 2 : 3;
        return Rec.container(
                0xF002,
                0,
                Rec.atom(
                        0xF008,
                        number,
                        new Bytes().u32(count).u32(first + count - 1).toArray()),
                Rec.container(0xF003, 0, group, shapes),
                background);
    }
}

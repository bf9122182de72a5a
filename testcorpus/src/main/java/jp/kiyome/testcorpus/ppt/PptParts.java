package jp.kiyome.testcorpus.ppt;

import java.util.Arrays;
import jp.kiyome.testcorpus.zip.Bytes;

/** Records that presentations hold beside their slides, harmless and hostile ones. */
final class PptParts {

    static final int MACRO = 1;
    static final int PROGRAM = 2;
    static final int JUMP = 3;
    static final int FOLLOW = 4;

    private PptParts() {}

    /** What happens on a click ([MS-PPT] 2.8.7). */
    static byte[] click(int action, int link, int kind) {
        byte[] atom = new Bytes()
                .u32(0)
                .u32(link)
                .octets(action, 0, action == JUMP ? 1 : 0, 0, kind)
                .raw(new byte[3])
                .toArray();
        return Rec.container(4082, 0, Rec.atom(4083, 0, atom));
    }

    /** The same with the name of a macro. */
    static byte[] macro(String name) {
        byte[] atom = new Bytes()
                .u32(0)
                .u32(0)
                .octets(MACRO, 0, 0, 0, 0xFF)
                .raw(new byte[3])
                .toArray();
        return Rec.container(4082, 0, Rec.atom(4083, 0, atom), Rec.text(2, name));
    }

    static byte[] link(int number, String target) {
        return Rec.container(
                4055,
                0,
                Rec.atom(4051, 0, new Bytes().u32(number).toArray()),
                Rec.text(0, "link"),
                Rec.text(1, target));
    }

    static byte[] slideLink(int number) {
        return Rec.container(
                4055,
                0,
                Rec.atom(4051, 0, new Bytes().u32(number).toArray()),
                Rec.text(0, "Slide 1"),
                Rec.text(3, "256,1,Slide 1"));
    }

    /** An embedded object, and the storage that it names (2.10.27, 2.10.12). */
    static byte[] oleEmbed(String program) {
        byte[] atom = new Bytes().u32(1).u32(0).u32(1).u32(0).u32(4).u32(0).toArray();
        return Rec.container(4044, 0, Rec.atom(4045, 0, new byte[8]), Rec.atom(1, 4035, 0, atom), Rec.text(2, program));
    }

    static byte[] storage(String content) {
        return Rec.atom(4113, 0, Rec.utf16(content));
    }

    static byte[] vbaInfo() {
        return Rec.container(
                2000,
                0,
                Rec.container(
                        1023,
                        1,
                        Rec.atom(2, 1024, 0, new Bytes().u32(4).u32(1).u32(2).toArray())));
    }

    /** A tag of a program with records in it (2.3.3). */
    static byte[] tag(String name, byte[]... records) {
        return Rec.container(
                5000, 0, Rec.container(5002, 0, Rec.text(0, name), Rec.atom(5003, 0, Rec.joined(records))));
    }

    /** A comment on a slide (2.5.3). */
    static byte[] comment(String text) {
        byte[] atom = new Bytes()
                .u32(1)
                .u16(2004)
                .u16(4)
                .u16(1)
                .u16(5)
                .u16(9)
                .u16(30)
                .u16(0)
                .u16(0)
                .u32(10)
                .u32(10)
                .toArray();
        return Rec.container(12000, 0, Rec.text(0, "A"), Rec.text(1, text), Rec.text(2, "A"), Rec.atom(12001, 0, atom));
    }

    /** Paragraphs that are numbered (2.9.66). */
    static byte[] numbered() {
        byte[] style =
                new Bytes().u32(0x03000000).u16(1).u16(3).u16(1).u32(0).u32(0).toArray();
        return tag("___PPT9", Rec.atom(4012, 0, style));
    }

    /** A text of the outline (2.4.14.3). */
    static byte[] outlineText(String text) {
        return Rec.joined(Rec.atom(3999, 0, new Bytes().u32(1).toArray()), Rec.atom(4000, 0, Rec.utf16(text)));
    }

    /** A shape's text is that of the outline with this number (2.9.78). */
    static byte[] outlineIndex(long index) {
        return Rec.atom(3998, 0, new Bytes().u32(index).toArray());
    }

    /** Going to the next slide, on a click on these characters (2.8.8). */
    static byte[] clickOn(long from, long to) {
        return Rec.joined(
                click(JUMP, 0, 0xFF),
                Rec.atom(4063, 0, new Bytes().u32(from).u32(to).toArray()));
    }

    /** Defaults of characters that name a font by number (2.9.13). */
    static byte[] defaultFont(int number) {
        return Rec.atom(4004, 0, new Bytes().u32(0x10000).u16(number).toArray());
    }

    /** A small picture with its entry in the table. */
    static RawPpt withPicture(RawPpt file, byte[] png) {
        byte[] uid = new byte[16];
        Arrays.fill(uid, (byte) 7);
        byte[] blip = Rec.atom(
                0xF01E, 0x6E0, new Bytes().raw(uid).octets(0xFF).raw(png).toArray());
        byte[] entry = new Bytes()
                .octets(6, 6)
                .raw(uid)
                .u16(0xFF)
                .u32(blip.length)
                .u32(1)
                .u32(0)
                .u32(0)
                .toArray();
        return file.pictures(Rec.atom(2, 0xF007, 6, entry), blip).property(0x4104, 1, new byte[0]);
    }
}

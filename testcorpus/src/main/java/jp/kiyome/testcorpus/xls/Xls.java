package jp.kiyome.testcorpus.xls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.zip.Bytes;

/** A workbook with one sheet, and whatever else a sample adds. */
final class Xls {

    private record Sheet(String name, int hidden, int listed, int begun, List<byte[]> records) {}

    private final List<byte[]> globals = new ArrayList<>();
    private final List<byte[]> links = new ArrayList<>();
    private final List<byte[]> cells = new ArrayList<>();
    private final List<byte[]> behind = new ArrayList<>();
    private final List<String> strings = new ArrayList<>(List.of("住民票"));
    private final List<Sheet> sheets = new ArrayList<>();
    private byte[] loose = {};
    private byte[] sst = {};
    private int listed;
    private int hidden;
    private UnaryOperator<RawCompound> frame = compound -> compound;

    /** The sheet of every sample: a text and two numbers. */
    static Xls usual() {
        return new Xls().cell(Biff.shared(0, 0, 0)).cell(Biff.number(1, 0, 12)).cell(Biff.number(1, 1, 34.5));
    }

    /** A record of what all sheets share. */
    Xls global(byte[] record) {
        globals.add(record);
        return this;
    }

    /** A record among those of references and names. */
    Xls link(byte[] record) {
        links.add(record);
        return this;
    }

    /** A record of the sheet, among its cells. */
    Xls cell(byte[] record) {
        cells.add(record);
        return this;
    }

    /** A record of the sheet, behind its cells. */
    Xls behind(byte[] record) {
        behind.add(record);
        return this;
    }

    Xls string(String text) {
        strings.add(text);
        return this;
    }

    /** The record of the strings and those it goes on in, instead of one of the strings. */
    Xls strings(byte[] records) {
        sst = records;
        return this;
    }

    /** How the first sheet is listed. */
    Xls listed(int kind, int state) {
        listed = kind;
        hidden = state;
        return this;
    }

    Xls sheet(String name, int state, int kind, int begun, byte[]... records) {
        sheets.add(new Sheet(name, state, kind, begun, List.of(records)));
        return this;
    }

    /** Bytes between two sheets. */
    Xls loose(byte[] bytes) {
        loose = bytes;
        return this;
    }

    Xls frame(UnaryOperator<RawCompound> change) {
        frame = change;
        return this;
    }

    byte[] file() {
        return frame.apply(new RawCompound().with("Workbook", stream())).file();
    }

    private byte[] stream() {
        List<Sheet> all = new ArrayList<>();
        all.add(new Sheet("窓口", hidden, listed, begunAs(listed), usualSheet()));
        all.addAll(sheets);
        List<byte[]> bodies = all.stream().map(Xls::body).toList();
        int at = shared(all, new int[all.size()]).length + loose.length;
        int[] starts = new int[all.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = at;
            at += bodies.get(i).length;
        }
        Bytes out = new Bytes().raw(shared(all, starts)).raw(loose);
        bodies.forEach(out::raw);
        return out.toArray();
    }

    private static int begunAs(int listed) {
        return listed == 1 ? 0x40 : 0x10;
    }

    private List<byte[]> usualSheet() {
        List<byte[]> records = new ArrayList<>();
        records.add(
                Biff.record(0x0200, new Bytes().u32(0).u32(20).u16(0).u16(20).u16(0)));
        records.addAll(cells);
        records.add(Biff.record(
                0x023E,
                new Bytes()
                        .u16(0x06B6)
                        .u16(0)
                        .u16(0)
                        .u16(0x40)
                        .u16(0)
                        .u16(0)
                        .u16(0)
                        .u32(0)));
        records.addAll(behind);
        return records;
    }

    private byte[] shared(List<Sheet> all, int[] starts) {
        Bytes out = new Bytes().raw(Biff.beginning(0x05)).raw(Biff.record(0x0042, 1200));
        out.raw(Biff.record(0x003D, 360, 270, 14940, 9150, 0x38, 0, 0, 1, 600));
        for (int i = 0; i < 4; i++) {
            out.raw(Biff.record(
                    0x0031,
                    new Bytes()
                            .raw(Biff.words(220, 0, 0x7FFF, 400, 0))
                            .octets(0, 0, 128, 0)
                            .raw(Biff.shortText("ＭＳ ゴシック"))));
        }
        for (int i = 0; i < 16; i++) {
            int style = i < 15 ? 0xFFF5 : 0x0001;
            out.raw(Biff.record(
                    0x00E0,
                    new Bytes()
                            .u16(0)
                            .u16(0)
                            .u16(style)
                            .octets(0x20, 0, 0, 0)
                            .u32(0)
                            .u32(0)
                            .u16(0x20C0)));
        }
        out.raw(Biff.record(0x0293, new Bytes().u16(0x8000).octets(0, 0xFF)));
        globals.forEach(out::raw);
        for (int i = 0; i < starts.length; i++) {
            Sheet sheet = all.get(i);
            out.raw(Biff.record(
                    0x0085,
                    new Bytes()
                            .u32(starts[i])
                            .octets(sheet.hidden, sheet.listed)
                            .raw(Biff.shortText(sheet.name))));
        }
        links.forEach(out::raw);
        out.raw(sst.length > 0 ? sst : table());
        return out.raw(Biff.end()).toArray();
    }

    private byte[] table() {
        Bytes data = new Bytes().u32(strings.size()).u32(strings.size());
        strings.forEach(text -> data.raw(Biff.longText(text)));
        return Biff.record(0x00FC, data);
    }

    private static byte[] body(Sheet sheet) {
        Bytes out = new Bytes().raw(Biff.beginning(sheet.begun));
        sheet.records.forEach(out::raw);
        return out.raw(Biff.end()).toArray();
    }
}

package jp.kiyome.testcorpus.word;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.kiyome.testcorpus.ole.RawCompound;
import jp.kiyome.testcorpus.zip.Bytes;

/** A small document ([MS-DOC]): text in up to seven stories, one style, one font, formats on one page each. */
final class WordFile {

    private static final int TEXT = 1024;
    private static final int PAGE = 512;
    private static final int PAIRS = 93;
    /** Of FibRgLw97: main, footnotes, headers, comments. */
    private static final int[] LENGTHS = {3, 4, 5, 7};

    private static final int[] FIELDS = {16, 18, 17, 19};

    private final String[] stories = {"", "", "", ""};
    private final Map<Integer, byte[]> parts = new TreeMap<>();
    private final RawCompound compound = new RawCompound();
    private final List<int[]> runs = new ArrayList<>();
    private final List<byte[]> formats = new ArrayList<>();
    private byte[] paragraph = new byte[0];
    private byte[] between = new byte[0];
    private byte[] pageSlack = new byte[0];
    private byte[] behind = new byte[0];
    private byte[] tableGap = new byte[0];
    private byte[] data = new byte[0];
    private byte[] styleTail = new byte[0];
    private byte[] fontTail = new byte[0];
    private byte[] settings = new byte[500];
    private byte[] moreOfFib = new byte[0];
    private int flags = 0x1200 | 0xF0;
    private boolean marked = true;
    private int version = 0xC1;
    private Optional<WordLock> lock = Optional.empty();

    /** @param main text without its last paragraph mark */
    static WordFile of(String main) {
        WordFile file = new WordFile();
        file.stories[0] = main + "\r";
        return file;
    }

    WordFile header(String text) {
        // Six separators, then even and odd headers of the section (2.3.3).
        stories[2] = text + "\r\r";
        Bytes places = new Bytes();
        for (int i = 0; i < 8; i++) {
            places.u32(0);
        }
        places.u32(text.length() + 1L);
        for (int i = 0; i < 4; i++) {
            places.u32(text.length() + 1L);
        }
        return part(11, places.u32(text.length() + 2L).toArray());
    }

    /** A footnote whose mark is the character 2 in the main text. */
    WordFile footnote(String text) {
        stories[1] = "\u0002 " + text + "\r\r";
        int mark = stories[0].indexOf('\u0002');
        part(2, new Bytes().u32(mark).u32(stories[0].length()).u16(1).toArray());
        int length = stories[1].length();
        return part(3, new Bytes().u32(0).u32(length - 1L).u32(length).toArray());
    }

    WordFile comment(String text) {
        stories[3] = "\u0005" + text + "\r\r";
        int mark = stories[0].indexOf('\u0005');
        Bytes marks =
                new Bytes().u32(mark).u32(stories[0].length()).u16(1).u16('A').raw(new byte[16]);
        part(4, marks.u16(0).u32(0).u32(0xFFFFFFFFL).toArray());
        int length = stories[3].length();
        part(5, new Bytes().u32(0).u32(length - 1L).u32(length).toArray());
        return part(36, new Bytes().u16(1).u16('A').toArray());
    }

    /** What a pair of the FIB leads to. */
    WordFile part(int pair, byte[] bytes) {
        parts.put(pair, bytes);
        return this;
    }

    /** Properties of characters of the main text. */
    WordFile format(int from, int to, byte[] sprms) {
        runs.add(new int[] {from, to});
        formats.add(sprms);
        return this;
    }

    WordFile paragraphs(byte[] sprms) {
        paragraph = sprms;
        return this;
    }

    /** Characters of fields without the property that says they are special: so many would not fit on a page. */
    WordFile unmarked() {
        marked = false;
        return this;
    }

    WordFile flag(int bits) {
        flags |= bits;
        return this;
    }

    WordFile version(int number) {
        version = number;
        return this;
    }

    WordFile settings(int offset, byte[] bytes) {
        System.arraycopy(bytes, 0, settings, offset, bytes.length);
        return this;
    }

    WordFile stream(String name, byte[] bytes) {
        compound.stream(name, bytes);
        return this;
    }

    WordFile storage(String name) {
        compound.storage(name);
        return this;
    }

    /** Bytes of the stream that no piece covers, in the middle of the text. */
    WordFile betweenPieces(byte[] bytes) {
        between =
                bytes.length % 2 == 0 ? bytes : new Bytes().raw(bytes).octets(0).toArray();
        return this;
    }

    WordFile pageSlack(byte[] bytes) {
        pageSlack = bytes;
        return this;
    }

    WordFile behindAll(byte[] bytes) {
        behind = bytes;
        return this;
    }

    WordFile tableGap(byte[] bytes) {
        tableGap = bytes;
        return this;
    }

    WordFile data(byte[] bytes) {
        data = bytes;
        return this;
    }

    WordFile styleTail(byte[] bytes) {
        styleTail = bytes;
        return this;
    }

    WordFile fontTail(byte[] bytes) {
        fontTail = bytes;
        return this;
    }

    WordFile moreOfFib(byte[] bytes) {
        moreOfFib = bytes;
        return this;
    }

    WordFile locked(WordLock with) {
        lock = Optional.of(with);
        return flag(with.flags());
    }

    WordFile sectorSlack(byte[] bytes) {
        compound.slack(bytes);
        return this;
    }

    WordFile freeSector(byte[] bytes) {
        compound.freeSector(bytes);
        return this;
    }

    byte[] toArray() {
        String text = String.join("", stories);
        text = text.length() > stories[0].length() ? text + "\r" : text;
        int split = stories[0].length() / 2;
        Bytes word = new Bytes().raw(new byte[TEXT]);
        word.raw(utf16(text.substring(0, split))).raw(between).raw(utf16(text.substring(split)));
        word.raw(new byte[(PAGE - word.size() % PAGE) % PAGE]);
        int page = word.size() / PAGE;
        word.raw(characters(text, split)).raw(paragraphs(text, split)).raw(behind);
        tables(text, split, page);
        byte[] header = lock.map(WordLock::header).orElse(tableGap);
        Bytes table = new Bytes().raw(header);
        byte[] fib = fib(table);
        byte[] whole = word.toArray();
        System.arraycopy(fib, 0, whole, 0, fib.length);
        byte[] tables = table.toArray();
        lock.ifPresent(with -> {
            with.apply(whole, 68);
            with.apply(tables, header.length);
            with.apply(data, 0);
        });
        compound.stream("WordDocument", whole).stream("1Table", tables);
        if (data.length > 0) {
            compound.stream("Data", data);
        }
        return compound.toArray();
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    private int offset(int place, int split) {
        return TEXT + place * 2 + (place > split ? between.length : 0);
    }

    private byte[] characters(String text, int split) {
        TreeMap<Integer, byte[]> starts = new TreeMap<>();
        starts.put(0, new byte[0]);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (marked && (c == 2 || c == 5 || c >= 0x13 && c <= 0x15)) {
                starts.put(i, new byte[] {0x55, 0x08, 1});
                starts.putIfAbsent(i + 1, new byte[0]);
            }
        }
        for (int i = 0; i < runs.size(); i++) {
            starts.put(runs.get(i)[0], formats.get(i));
            starts.putIfAbsent(runs.get(i)[1], new byte[0]);
        }
        starts.tailMap(text.length(), true).clear();
        Page page = new Page(1);
        starts.forEach((place, format) -> page.add(offset(place, split), prefixed(format)));
        return page.finish(offset(text.length(), split), pageSlack);
    }

    private static byte[] prefixed(byte[] format) {
        return format.length == 0
                ? format
                : new Bytes().octets(format.length).raw(format).toArray();
    }

    private byte[] paragraphs(String text, int split) {
        Page page = new Page(13);
        int words = (2 + paragraph.length + 1) / 2;
        byte[] papx = new Bytes()
                .octets(0, words)
                .u16(0)
                .raw(paragraph)
                .raw(new byte[words * 2 - 2 - paragraph.length])
                .toArray();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\r') {
                page.add(offset(start, split), papx);
                start = i + 1;
            }
        }
        return page.finish(offset(text.length(), split), pageSlack);
    }

    private void tables(String text, int split, int page) {
        long from = TEXT;
        long to = offset(text.length(), split);
        parts.put(12, new Bytes().u32(from).u32(to).u32(page).toArray());
        parts.put(13, new Bytes().u32(from).u32(to).u32(page + 1).toArray());
        parts.put(1, WordTables.styles(styleTail));
        parts.put(15, WordTables.fonts(fontTail));
        parts.put(31, settings);
        Bytes clx = new Bytes().octets(2).u32(28).u32(0).u32(split).u32(text.length());
        clx.u16(0).u32(TEXT).u16(0);
        parts.put(33, clx.u16(0).u32(TEXT + split * 2L + between.length).u16(0).toArray());
        for (int story = 0; story < stories.length; story++) {
            WordTables.fields(stories[story]).ifPresent(new Put(FIELDS[story]));
        }
        parts.putIfAbsent(
                6,
                new Bytes()
                        .u32(0)
                        .u32(stories[0].length())
                        .u16(0)
                        .u32(0xFFFFFFFFL)
                        .u16(0)
                        .u32(0)
                        .toArray());
    }

    /** Puts a part where the file has none of its own. */
    private final class Put implements java.util.function.Consumer<byte[]> {
        private final int pair;

        Put(int pair) {
            this.pair = pair;
        }

        @Override
        public void accept(byte[] bytes) {
            parts.putIfAbsent(pair, bytes);
        }
    }

    private byte[] fib(Bytes table) {
        Bytes out = new Bytes()
                .u16(0xA5EC)
                .u16(version)
                .u16(0)
                .u16(0x411)
                .u16(0)
                .u16(flags)
                .u16(0xBF);
        out.u32(lock.map(WordLock::key).orElse(0L))
                .raw(new byte[14])
                .u16(14)
                .raw(new byte[26])
                .u16(0x411)
                .u16(22);
        for (int i = 0; i < 22; i++) {
            long number = 0;
            for (int story = 0; story < LENGTHS.length; story++) {
                number = LENGTHS[story] == i ? stories[story].length() : number;
            }
            out.u32(number);
        }
        out.u16(PAIRS);
        for (int i = 0; i < PAIRS; i++) {
            byte[] part = parts.getOrDefault(i, new byte[0]);
            out.u32(part.length == 0 ? 0 : table.size()).u32(part.length);
            table.raw(part);
        }
        return out.u16(0).raw(moreOfFib).toArray();
    }
}

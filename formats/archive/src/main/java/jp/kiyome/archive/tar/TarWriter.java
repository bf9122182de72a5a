package jp.kiyome.archive.tar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import jp.kiyome.archive.ArchiveWriter;
import jp.kiyome.archive.NewMember;
import jp.kiyome.core.content.Content;

/**
 * Writes a tape archive: ustar headers, nobody's files, the same modes for all; an extended header where a name is not ASCII
 * or too long, or a size too large. Extended headers are UTF-8 to every reader.
 */
final class TarWriter implements ArchiveWriter {

    private static final int NAME = 100;
    private static final int PREFIX = 155;
    private static final byte[] BLOCK = new byte[Block.SIZE];

    private final OutputStream out;

    TarWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void folder(NewMember member) throws IOException {
        headers(member, member.path() + "/", '5', 0);
    }

    @Override
    public void file(NewMember member, Content bytes) throws IOException {
        headers(member, member.path(), '0', bytes.size());
        try (InputStream in = bytes.stream()) {
            in.transferTo(out);
        }
        pad(bytes.size());
    }

    @Override
    public void finish() throws IOException {
        out.write(BLOCK);
        out.write(BLOCK);
    }

    private void headers(NewMember member, String path, char type, long size) throws IOException {
        long time = member.time()
                .map(moment -> moment.toEpochSecond(TarListing.JAPAN))
                .filter(seconds -> seconds >= 0 && seconds <= TarListing.OCTAL)
                .orElse(0L);
        Optional<Split> split = Split.of(path);
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        if (split.isEmpty()) {
            records.writeBytes(record("path", path));
        }
        if (size > TarListing.OCTAL) {
            records.writeBytes(record("size", Long.toString(size)));
        }
        if (records.size() > 0) {
            header(new Split("", "././@PaxHeader"), 'x', records.size(), 0);
            records.writeTo(out);
            pad(records.size());
        }
        header(split.orElseGet(() -> new Split("", shortened(path))), type, size > TarListing.OCTAL ? 0 : size, time);
    }

    /** Where a plain header has room for a name. */
    private record Split(String prefix, String name) {

        static Optional<Split> of(String path) {
            if (path.chars().anyMatch(c -> c >= 0x80)) {
                return Optional.empty();
            }
            if (path.length() <= NAME) {
                return Optional.of(new Split("", path));
            }
            int slash = path.indexOf('/', path.length() - NAME - 1);
            boolean fits = slash > 0 && slash <= PREFIX && slash < path.length() - 1;
            return fits
                    ? Optional.of(new Split(path.substring(0, slash), path.substring(slash + 1)))
                    : Optional.empty();
        }
    }

    /** As much of a name as fits, for readers that know no extended headers. */
    private static String shortened(String path) {
        String ascii = path.replaceAll("[^ -~]", "_");
        return ascii.length() <= NAME ? ascii : ascii.substring(ascii.length() - NAME);
    }

    /** A record says its own length, in decimal. */
    private static byte[] record(String key, String value) {
        byte[] rest = (" " + key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8);
        int length = rest.length;
        while (length != rest.length + Integer.toString(length).length()) {
            length = rest.length + Integer.toString(length).length();
        }
        return (length + new String(rest, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private void header(Split name, char type, long size, long time) throws IOException {
        byte[] block = new byte[Block.SIZE];
        put(block, 0, name.name);
        put(block, 100, type == '5' ? "0000755" : "0000644");
        put(block, 108, "0000000");
        put(block, 116, "0000000");
        put(block, 124, octal(size));
        put(block, 136, octal(time));
        put(block, 148, "        ");
        block[156] = (byte) type;
        put(block, 257, "ustar");
        put(block, 263, "00");
        put(block, 329, "0000000");
        put(block, 337, "0000000");
        put(block, 345, name.prefix);
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xFF;
        }
        put(block, 148, String.format(Locale.ROOT, "%06o", sum));
        block[154] = 0;
        out.write(block);
    }

    private static String octal(long value) {
        return String.format(Locale.ROOT, "%011o", value);
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    private void pad(long size) throws IOException {
        out.write(BLOCK, 0, (int) (-size & Block.SIZE - 1));
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}

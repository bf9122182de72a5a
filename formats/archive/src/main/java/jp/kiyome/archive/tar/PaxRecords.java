package jp.kiyome.archive.tar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;

/** The records of an extended header: {@code "length key=value\n"} each (POSIX.1-2017, pax, "pax Extended Header"). */
final class PaxRecords {

    /** Bytes of one extended header. */
    static final int LONGEST = 1 << 20;

    private PaxRecords() {}

    /** By key; a key that stands twice counts as it stands last, as the specification has it. */
    static Map<String, byte[]> read(Content content, long at, long size) {
        if (size > LONGEST) {
            throw Refusal.of("tar.header", size + " bytes of extended header");
        }
        byte[] bytes = new byte[(int) size];
        content.copy(at, bytes, 0, bytes.length);
        Map<String, byte[]> records = new TreeMap<>();
        int from = 0;
        while (from < bytes.length) {
            from = record(bytes, from, records);
        }
        return records;
    }

    private static int record(byte[] bytes, int from, Map<String, byte[]> records) {
        int space = from;
        long length = 0;
        while (space < bytes.length && space < from + 8 && bytes[space] >= '0' && bytes[space] <= '9') {
            length = length * 10 + bytes[space++] - '0';
        }
        int end = (int) Math.min(from + length, Integer.MAX_VALUE);
        boolean framed = space > from
                && space < bytes.length
                && bytes[space] == ' '
                && end > space + 2
                && end <= bytes.length
                && bytes[end - 1] == '\n';
        int equals = space + 1;
        while (framed && equals < end && bytes[equals] != '=') {
            equals++;
        }
        if (!framed || equals == end) {
            throw Refusal.of("tar.header", "an extended header that is none, at " + from);
        }
        String key = new String(bytes, space + 1, equals - space - 1, StandardCharsets.UTF_8);
        records.put(key, Arrays.copyOfRange(bytes, equals + 1, end - 1));
        return end;
    }
}

package jp.kiyome.pdf.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Colour profiles (ICC.1:2022) of which only curves, matrices and tables are kept, each of exactly the length its own numbers say;
 * names, dates, makers and all other tags are gone. Stateless.
 */
// The order of the keys matters.
@SuppressWarnings("NonApiType")
public final class Icc {

    public static final int LARGEST = 4 << 20;

    private static final int MOST_TAGS = 100;
    private static final int MOST_POINTS = 4096;
    private static final int[] PARAMETERS = {1, 3, 4, 5, 7};
    private static final Map<String, List<String>> TAGS = Map.ofEntries(
            Map.entry("wtpt", List.of("XYZ ")),
            Map.entry("chad", List.of("sf32")),
            Map.entry("rXYZ", List.of("XYZ ")),
            Map.entry("gXYZ", List.of("XYZ ")),
            Map.entry("bXYZ", List.of("XYZ ")),
            Map.entry("rTRC", List.of("curv", "para")),
            Map.entry("gTRC", List.of("curv", "para")),
            Map.entry("bTRC", List.of("curv", "para")),
            Map.entry("kTRC", List.of("curv", "para")),
            Map.entry("A2B0", List.of("mft1", "mft2")),
            Map.entry("A2B1", List.of("mft1", "mft2")),
            Map.entry("A2B2", List.of("mft1", "mft2")));

    private Icc() {}

    /** The profile written anew; empty where it is none for that many channels, or nothing usable is left of it. */
    public static Optional<byte[]> rebuilt(byte[] profile, int channels) {
        if (profile.length < 132 || !text(profile, 36).equals("acsp")) {
            return Optional.empty();
        }
        String space = text(profile, 16);
        String expected = channels == 1 ? "GRAY" : channels == 3 ? "RGB " : "CMYK";
        boolean lab = space.equals("Lab ") && channels == 3;
        String connection = text(profile, 20);
        boolean known = List.of("mntr", "scnr", "prtr", "spac").contains(text(profile, 12))
                && (space.equals(expected) || lab)
                && (connection.equals("XYZ ") || connection.equals("Lab "))
                && (profile[8] == 2 || profile[8] == 4);
        long count = u32(profile, 128);
        if (!known || count > MOST_TAGS || 132 + 12 * count > profile.length) {
            return Optional.empty();
        }
        TreeMap<String, byte[]> kept = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            int at = 132 + 12 * i;
            element(profile, text(profile, at), u32(profile, at + 4), u32(profile, at + 8), channels)
                    .ifPresent(data -> kept.put(text(profile, at), data));
        }
        boolean usable = kept.containsKey("A2B0")
                || channels == 1 && kept.containsKey("kTRC")
                || kept.keySet().containsAll(List.of("rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"));
        return usable ? Optional.of(written(profile, kept)) : Optional.empty();
    }

    private static Optional<byte[]> element(byte[] profile, String tag, long offset, long size, int channels) {
        if (!TAGS.containsKey(tag) || offset + 12 > profile.length || offset < 128) {
            return Optional.empty();
        }
        int at = (int) offset;
        String type = text(profile, at);
        if (!TAGS.getOrDefault(tag, List.of()).contains(type)) {
            return Optional.empty();
        }
        long length =
                switch (type) {
                    case "XYZ " -> 20;
                    case "sf32" -> 44;
                    case "curv" -> u32(profile, at + 8) <= MOST_POINTS ? 12 + 2 * u32(profile, at + 8) : -1;
                    case "para" ->
                        profile[at + 8] == 0 && profile[at + 9] >= 0 && profile[at + 9] < 5
                                ? 12 + 4L * PARAMETERS[profile[at + 9]]
                                : -1;
                    default -> table(profile, at, type.equals("mft2"), channels);
                };
        if (length < 0 || length > size || offset + length > profile.length) {
            return Optional.empty();
        }
        byte[] data = Arrays.copyOfRange(profile, at, at + (int) length);
        Arrays.fill(data, 4, 8, (byte) 0);
        if (type.equals("para")) {
            data[10] = 0;
            data[11] = 0;
        } else if (type.startsWith("mft")) {
            data[11] = 0;
        }
        return Optional.of(data);
    }

    /** 10.10 lut16Type, 10.11 lut8Type. */
    private static long table(byte[] profile, int at, boolean wide, int channels) {
        if (at + 52 > profile.length) {
            return -1;
        }
        int inputs = profile[at + 8] & 0xFF;
        int outputs = profile[at + 9] & 0xFF;
        int grid = profile[at + 10] & 0xFF;
        if (inputs != channels || outputs != 3 || grid < 2) {
            return -1;
        }
        long first = wide ? u32(profile, at + 48) >> 16 : 256;
        long last = wide ? u32(profile, at + 48) & 0xFFFF : 256;
        if (first < 2 || first > MOST_POINTS || last < 2 || last > MOST_POINTS) {
            return -1;
        }
        long values = inputs * first + outputs * last + (long) (outputs * Math.pow(grid, inputs));
        return wide ? 52 + 2 * values : 48 + values;
    }

    private static byte[] written(byte[] profile, TreeMap<String, byte[]> tags) {
        int size = 132 + 12 * tags.size();
        for (byte[] data : tags.values()) {
            size += (data.length + 3) / 4 * 4;
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(0, size);
        out.put(8, profile, 8, 2);
        out.put(12, profile, 12, 12);
        out.put(36, "acsp".getBytes(StandardCharsets.US_ASCII));
        out.putInt(64, (int) Math.min(3, u32(profile, 64)));
        out.putInt(68, 0xF6D6).putInt(72, 0x10000).putInt(76, 0xD32D);
        out.putInt(128, tags.size());
        int entry = 132;
        int at = 132 + 12 * tags.size();
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            out.put(entry, tag.getKey().getBytes(StandardCharsets.US_ASCII));
            out.putInt(entry + 4, at).putInt(entry + 8, tag.getValue().length);
            out.put(at, tag.getValue());
            entry += 12;
            at += (tag.getValue().length + 3) / 4 * 4;
        }
        return out.array();
    }

    private static String text(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    private static long u32(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at) & 0xFFFFFFFFL;
    }
}

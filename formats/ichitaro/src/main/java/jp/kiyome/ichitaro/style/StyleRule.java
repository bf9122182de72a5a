package jp.kiyome.ichitaro.style;

import java.util.Arrays;
import java.util.List;

/** What a record may hold. Stateless; threads share it. */
sealed interface StyleRule {

    boolean allows(byte[] data);

    /** Values whose meaning is not public: how many bytes there are. */
    record Sized(int least, int most) implements StyleRule {

        @Override
        public boolean allows(byte[] data) {
            return data.length >= least && data.length <= most;
        }
    }

    /**
     * Groups of fields behind a byte that says which are there.
     *
     * @param groups sizes of the eight fields of each group in bytes, lowest bit first; zero for a field that is not known
     * @param name whether the name of a paper may follow
     */
    record Masked(List<int[]> groups, boolean name) implements StyleRule {

        private static final int LONGEST_NAME = 64;

        @Override
        public boolean allows(byte[] data) {
            int at = 0;
            for (int[] group : groups) {
                if (at == data.length) {
                    return at > 0;
                }
                int mask = data[at++] & 0xFF;
                for (int bit = 0; bit < 8; bit++) {
                    boolean there = (mask >> bit & 1) != 0;
                    if (there && group[bit] == 0) {
                        return false;
                    }
                    at += there ? group[bit] : 0;
                }
                if (at > data.length) {
                    return false;
                }
            }
            return at == data.length || name && isName(data, at);
        }

        /** In Shift_JIS: no control but a zero at its end. */
        private static boolean isName(byte[] data, int from) {
            int end = data[data.length - 1] == 0 ? data.length - 1 : data.length;
            for (int i = from; i < end; i++) {
                int c = data[i] & 0xFF;
                if (c < 0x20 || c == 0x7F) {
                    return false;
                }
            }
            return data.length - from <= LONGEST_NAME;
        }
    }

    /** Reads the words of the list: {@code bytes 1-32}, or {@code masks 1,2,0,0,0,0,0,0/...}. */
    static StyleRule of(String words) {
        String[] parts = words.split(" ", 2);
        if (parts[0].equals("bytes")) {
            String[] range = parts[1].split("-", 2);
            return new Sized(Integer.parseInt(range[0]), Integer.parseInt(range[1]));
        }
        List<String> groups = List.of(parts[1].split("/", -1));
        boolean name = groups.getLast().equals("name");
        return new Masked(
                groups.stream()
                        .filter(group -> !group.equals("name"))
                        .map(group -> Arrays.stream(group.split(",", -1))
                                .mapToInt(Integer::parseInt)
                                .toArray())
                        .toList(),
                name);
    }
}

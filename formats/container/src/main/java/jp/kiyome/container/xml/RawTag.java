package jp.kiyome.container.xml;

import java.util.Arrays;

/** The pieces of one start tag, as places in the window. Reused from tag to tag. */
final class RawTag {

    private static final int MOST_ATTRIBUTES = 512;

    int count;
    NameCache.Entry[] names = new NameCache.Entry[16];
    int[] from = new int[16];
    int[] to = new int[16];
    /** Whether the value has references or white space to normalize. */
    boolean[] coded = new boolean[16];

    void clear() {
        count = 0;
    }

    void add(NameCache.Entry name, int start, int end, boolean isCoded) {
        if (count == names.length) {
            grow();
        }
        names[count] = name;
        from[count] = start;
        to[count] = end;
        coded[count++] = isCoded;
    }

    private void grow() {
        if (count == MOST_ATTRIBUTES) {
            throw XmlRefusal.tooLarge("attributes");
        }
        int larger = Math.min(MOST_ATTRIBUTES, count * 2);
        names = Arrays.copyOf(names, larger);
        from = Arrays.copyOf(from, larger);
        to = Arrays.copyOf(to, larger);
        coded = Arrays.copyOf(coded, larger);
    }
}

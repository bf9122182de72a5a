package jp.kiyome.container.zip;

/** Some bytes of the archive: {@code length} of them from {@code at}. */
record Span(long at, long length) {

    long end() {
        return at + length;
    }

    boolean isEmpty() {
        return length == 0;
    }

    boolean contains(long place) {
        return place >= at && place < end();
    }
}

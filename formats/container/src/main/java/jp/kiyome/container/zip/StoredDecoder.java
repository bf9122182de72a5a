package jp.kiyome.container.zip;

import jp.kiyome.core.content.Content;

final class StoredDecoder implements MemberDecoder {

    private final Content data;
    private long position;

    StoredDecoder(Content data) {
        this.data = data;
    }

    @Override
    public int decode(byte[] target, int offset, int length) {
        int count = (int) Math.min(length, data.size() - position);
        if (count == 0) {
            return -1;
        }
        data.copy(position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public long unused() {
        return data.size() - position;
    }

    @Override
    public void release() {
        // Holds nothing.
    }
}

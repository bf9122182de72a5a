package jp.kiyome.archive.cab;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The packed bytes of all blocks of a folder, as one stream. */
final class PackedFolder extends InputStream {

    private final BlockBytes bytes;
    private final List<DataBlock> blocks;
    private byte[] current = {};
    private int at;
    private int next;

    PackedFolder(BlockBytes bytes, List<DataBlock> blocks) {
        this.bytes = bytes;
        this.blocks = blocks;
    }

    @Override
    public int read() {
        return load() ? current[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!load()) {
            return -1;
        }
        int count = Math.min(length, current.length - at);
        System.arraycopy(current, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean load() {
        while (at == current.length) {
            if (next == blocks.size()) {
                return false;
            }
            current = bytes.read(blocks.get(next++));
            at = 0;
        }
        return true;
    }
}

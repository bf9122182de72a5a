package jp.kiyome.container.cfb;

import java.io.InputStream;
import java.util.Objects;
import jp.kiyome.core.content.Content;

/** The bytes of one stream. Its chain was walked before, so it leads where it should. */
final class ChainStream extends InputStream {

    private final Content content;
    private final Allocation allocation;
    private long left;
    private int sector;
    private int inSector;

    ChainStream(Content content, Allocation allocation, CompoundStream stream) {
        this.content = content;
        this.allocation = allocation;
        this.left = stream.size();
        this.sector = stream.start();
    }

    @Override
    public int read() {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (left == 0 && length > 0) {
            return -1;
        }
        int total = 0;
        while (total < length && left > 0) {
            if (inSector == allocation.unit()) {
                sector = allocation.next(sector);
                inSector = 0;
            }
            int count = (int) Math.min(left, Math.min(length - total, allocation.unit() - inSector));
            content.copy(allocation.offset(sector) + inSector, target, offset + total, count);
            total += count;
            inSector += count;
            left -= count;
        }
        return total;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, left);
    }
}

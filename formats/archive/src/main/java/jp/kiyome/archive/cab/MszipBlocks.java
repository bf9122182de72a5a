package jp.kiyome.archive.cab;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** Blocks of MSZIP ([MS-MCI]): {@code CK} and a whole deflate stream, which may reach back into the block before. */
final class MszipBlocks implements BlockDecoder {

    private final BlockBytes bytes;
    private final Inflater inflater = new Inflater(true);
    private final byte[] unpacked = new byte[DataBlock.LARGEST];
    private boolean first = true;

    MszipBlocks(BlockBytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public void decode(DataBlock block, ByteTarget out) {
        byte[] packed = bytes.read(block);
        if (packed.length < 2 || packed[0] != 'C' || packed[1] != 'K') {
            throw broken("a block does not begin with CK");
        }
        inflater.reset();
        if (!first) {
            inflater.setDictionary(unpacked);
        }
        first = false;
        inflater.setInput(packed, 2, packed.length - 2);
        try {
            inflate(block.size());
        } catch (DataFormatException e) {
            throw broken(e.getMessage() == null ? "" : e.getMessage());
        }
        out.write(unpacked, 0, block.size());
    }

    private void inflate(int size) throws DataFormatException {
        int done = 0;
        while (done < size) {
            int count = inflater.inflate(unpacked, done, size - done);
            if (count == 0) {
                throw broken("a block ends early");
            }
            done += count;
        }
        if (!inflater.finished() && (inflater.inflate(new byte[1]) != 0 || !inflater.finished())) {
            throw broken("a block goes on");
        }
        if (inflater.getRemaining() != 0) {
            throw broken("bytes behind a block");
        }
    }

    private static Refusal broken(String why) {
        return Refusal.of("packed.broken", Location.wholeFile(), why);
    }

    @Override
    public void close() {
        inflater.end();
    }
}

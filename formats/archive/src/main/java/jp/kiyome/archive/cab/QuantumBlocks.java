package jp.kiyome.archive.cab;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.container.packed.Window;
import jp.kiyome.core.finding.Location;

/** Blocks of Quantum: each has codes of its own, with models and a window that all of them share. */
final class QuantumBlocks implements BlockDecoder {

    /** The last code of a block may be looked for behind it, as far as a code is long. */
    private static final int SPARE = 4;

    private final BlockBytes bytes;
    private final byte[] frame = new byte[DataBlock.LARGEST];
    private final Window window;
    private final QuantumDecoder decoder;
    private int filled;

    QuantumBlocks(BlockBytes bytes, int windowBits) {
        this.bytes = bytes;
        this.window = new Window(1 << windowBits, (source, offset, length) -> {
            System.arraycopy(source, offset, frame, filled, length);
            filled += length;
        });
        this.decoder = new QuantumDecoder(windowBits, window);
    }

    @Override
    public void decode(DataBlock block, ByteTarget out) {
        byte[] packed = bytes.read(block);
        filled = 0;
        byte[] padded = Arrays.copyOf(packed, packed.length + SPARE);
        decoder.frame(BitReader.ofBytes(new ByteArrayInputStream(padded), Location.wholeFile()), block.size());
        window.flush();
        out.write(frame, 0, block.size());
    }

    @Override
    public void close() {}
}

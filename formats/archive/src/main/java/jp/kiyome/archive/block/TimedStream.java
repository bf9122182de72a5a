package jp.kiyome.archive.block;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import jp.kiyome.core.limit.Budget;

/** Asks for the time whenever packed bytes are read: a stream may say much and unpack to nothing. Not thread-safe. */
public final class TimedStream extends FilterInputStream {

    private final Budget budget;

    public TimedStream(InputStream in, Budget budget) {
        super(in);
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        budget.checkTime();
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        budget.checkTime();
        return super.read(target, offset, length);
    }
}

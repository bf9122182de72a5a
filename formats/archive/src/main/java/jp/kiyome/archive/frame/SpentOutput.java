package jp.kiyome.archive.frame;

import java.io.OutputStream;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;

/** Spends what is written, before it is kept. */
final class SpentOutput extends OutputStream {

    private final Sink sink;
    private final Budget budget;

    SpentOutput(Sink sink, Budget budget) {
        this.sink = sink;
        this.budget = budget;
    }

    @Override
    public void write(int value) {
        budget.decode(1);
        sink.write(value);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        budget.decode(length);
        sink.write(source, offset, length);
    }
}

package jp.kiyome.pdf.filter;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import jp.kiyome.core.limit.Budget;

/** Spends what is read from the budget. */
final class CountedInput extends FilterInputStream {

    private final Budget budget;

    CountedInput(InputStream in, Budget budget) {
        super(in);
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            budget.decode(1);
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read > 0) {
            budget.decode(read);
        }
        return read;
    }
}

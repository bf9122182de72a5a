package jp.kiyome.pdf.keep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;

/** A stream that is opened when it is first read: a page may have thousands. Not thread-safe. */
final class LazyInput extends InputStream {

    private final Supplier<InputStream> opener;
    private Optional<InputStream> opened = Optional.empty();

    LazyInput(Supplier<InputStream> opener) {
        this.opener = opener;
    }

    private InputStream in() {
        if (opened.isEmpty()) {
            opened = Optional.of(opener.get());
        }
        return opened.get();
    }

    @Override
    public int read() throws IOException {
        return in().read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return in().read(target, offset, length);
    }

    @Override
    public void close() {
        opened.ifPresent(stream -> {
            try {
                stream.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

package jp.kiyome.core.jail.worker;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.MappedContent;
import jp.kiyome.core.content.Sink;

/** The two files through which bytes come and go, opened once: afterwards their names may be gone. */
final class WorkerFiles {

    private static final int CHUNK = 1 << 30;

    private final FileChannel in;
    private final FileChannel out;

    WorkerFiles(Path in, Path out) throws IOException {
        this.in = FileChannel.open(in, StandardOpenOption.READ);
        this.out = FileChannel.open(out, StandardOpenOption.WRITE);
    }

    /** @param arena where a large file is mapped */
    Content input(long size, Arena arena) throws IOException {
        if (size > Sink.ON_HEAP) {
            return new MappedContent(in.map(FileChannel.MapMode.READ_ONLY, 0, size, arena));
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) size);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = in.read(bytes, bytes.position());
        }
        return HeapContent.of(bytes.array());
    }

    void output(Content content) throws IOException {
        out.truncate(0);
        out.position(0);
        for (long at = 0; at < content.size(); at += CHUNK) {
            ByteBuffer chunk = content.segment()
                    .asSlice(at, Math.min(CHUNK, content.size() - at))
                    .asByteBuffer();
            while (chunk.hasRemaining()) {
                out.write(chunk);
            }
        }
    }
}

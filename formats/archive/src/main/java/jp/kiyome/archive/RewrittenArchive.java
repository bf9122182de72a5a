package jp.kiyome.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import jp.kiyome.archive.stream.ComparingStream;
import jp.kiyome.core.content.Content;

/** Writes an archive once more, compares it with the first time, and keeps nothing. */
final class RewrittenArchive implements ArchiveWriter {

    private final ComparingStream compared;
    private final ArchiveWriter writer;

    RewrittenArchive(Content output, Function<OutputStream, ArchiveWriter> writing) {
        compared = new ComparingStream(output);
        writer = writing.apply(compared);
    }

    @Override
    public void folder(NewMember member) throws IOException {
        writer.folder(member);
    }

    @Override
    public void file(NewMember member, Content bytes) throws IOException {
        writer.file(member, bytes);
    }

    @Override
    public void finish() throws IOException {
        writer.finish();
        compared.requireEnd();
    }

    @Override
    public void close() {
        writer.close();
    }
}

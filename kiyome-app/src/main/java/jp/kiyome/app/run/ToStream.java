package jp.kiyome.app.run;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import jp.kiyome.app.files.InputFile;
import jp.kiyome.app.files.PreparedOutput;
import jp.kiyome.core.engine.Outcome;

/** The one output goes to standard output, once all of it is verified. */
public record ToStream(PrintStream out) implements Destination {

    @Override
    public void check(InputFile input) {}

    @Override
    public List<PreparedOutput> prepare(InputFile input, Outcome.Rebuilt rebuilt) throws IOException {
        rebuilt.content().stream().transferTo(out);
        out.flush();
        if (out.checkError()) {
            throw new IOException("standard output is closed");
        }
        return List.of();
    }
}

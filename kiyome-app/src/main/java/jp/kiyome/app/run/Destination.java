package jp.kiyome.app.run;

import java.io.IOException;
import java.util.List;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.files.InputFile;
import jp.kiyome.app.files.PreparedOutput;
import jp.kiyome.core.engine.Outcome;

/** What becomes of rebuilt files. Threads may share it. */
public interface Destination {

    /**
     * Asked before a file is worked on.
     *
     * @throws FileTrouble when its output could not be written, as far as is known by then
     */
    void check(InputFile input) throws IOException, FileTrouble;

    /** Writes an output so far that only its name is missing. */
    List<PreparedOutput> prepare(InputFile input, Outcome.Rebuilt rebuilt) throws IOException, FileTrouble;

    /** Nothing is written. */
    static Destination nowhere() {
        return new Destination() {
            @Override
            public void check(InputFile input) {}

            @Override
            public List<PreparedOutput> prepare(InputFile input, Outcome.Rebuilt rebuilt) {
                return List.of();
            }
        };
    }
}

package jp.kiyome.app.run;

import java.util.List;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.files.InputFile;
import jp.kiyome.app.files.PreparedOutput;
import jp.kiyome.core.report.Report;

/** How far one file came. */
public sealed interface FileResult {

    InputFile input();

    /**
     * What the engine made of it.
     *
     * @throws FileTrouble what kept it from the engine, or its output from the disk
     */
    Worked worked() throws FileTrouble;

    /**
     * The engine has worked on it.
     *
     * @param outputs what waits for its name, in the order to publish: the file, then its receipt; empty when nothing came
     *     out or nothing is to be written
     */
    record Worked(InputFile input, Report report, List<PreparedOutput> outputs) implements FileResult {

        @Override
        public Worked worked() {
            return this;
        }
    }

    /** It could not be read, or its output not be written. */
    record Troubled(InputFile input, FileTrouble trouble) implements FileResult {

        @Override
        public Worked worked() throws FileTrouble {
            throw trouble;
        }
    }
}

package jp.kiyome.app.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.files.PreparedOutput;
import jp.kiyome.app.run.FileResult;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Summary;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.core.report.Report;

/** Takes the results one by one: gives outputs their names, tells of each, counts, and remembers the worst. */
final class Account {

    /** How a result is told. */
    @FunctionalInterface
    interface Teller {
        void tell(Report report, List<PreparedOutput> outputs);
    }

    private final Voice voice;
    private final Teller teller;
    private final boolean replace;
    private final Summary summary = new Summary();
    private ExitCode worst = ExitCode.OK;

    Account(Voice voice, Teller teller, boolean replace) {
        this.voice = voice;
        this.teller = teller;
        this.replace = replace;
    }

    ExitCode worst() {
        return worst;
    }

    Summary summary() {
        return summary;
    }

    void take(FileResult result) {
        try {
            FileResult.Worked worked = result.worked();
            publish(worked.outputs());
            count(worked.report());
            teller.tell(worked.report(), worked.outputs());
        } catch (FileTrouble trouble) {
            trouble(trouble);
        }
    }

    void trouble(FileTrouble trouble) {
        voice.complain(trouble.text(voice));
        summary.countNotProcessed();
        worst = worst.worse(ExitCode.IO);
    }

    private void publish(List<PreparedOutput> outputs) throws FileTrouble {
        for (PreparedOutput output : outputs) {
            try {
                output.publish(replace);
            } catch (FileAlreadyExistsException e) {
                outputs.forEach(PreparedOutput::close);
                throw new FileTrouble(Say.EXISTS, Voice.shown(output.target()));
            } catch (IOException e) {
                outputs.forEach(PreparedOutput::close);
                throw FileTrouble.writing(output.target(), e);
            }
        }
    }

    private void count(Report report) {
        String type = report.type().map(t -> t.id()).orElseGet(() -> voice.text(Say.UNKNOWN_TYPE));
        summary.count(type, report.verdict());
        worst = worst.worse(code(report));
    }

    private static ExitCode code(Report report) {
        return switch (report.verdict()) {
            case REBUILT -> ExitCode.OK;
            case BLOCKED -> report.held() ? ExitCode.HELD : ExitCode.BLOCKED;
            case LOCKED -> ExitCode.LOCKED;
            case FAILED -> ExitCode.FAILED;
        };
    }
}

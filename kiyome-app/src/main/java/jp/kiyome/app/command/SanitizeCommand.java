package jp.kiyome.app.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.files.OutputPlace;
import jp.kiyome.app.files.PreparedOutput;
import jp.kiyome.app.files.Unfinished;
import jp.kiyome.app.run.Destination;
import jp.kiyome.app.run.FileWorker;
import jp.kiyome.app.run.InOrder;
import jp.kiyome.app.run.OnDisk;
import jp.kiyome.app.run.ToStream;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Progress;
import jp.kiyome.app.screen.Shell;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.ReportJson;
import jp.kiyome.core.report.ReportText;
import jp.kiyome.core.report.Verdict;

/** {@code kiyome sanitize}: rebuilds files. */
final class SanitizeCommand {

    private static final int MOST_JOBS = 256;

    private final Call call;
    private final Workshop workshop;
    private final ReportText words;

    SanitizeCommand(Call call, Workshop workshop) {
        this.call = call;
        this.workshop = workshop;
        this.words = new ReportText(workshop::catalogue, call.voice().language());
    }

    ExitCode run() throws FileTrouble {
        int jobs = jobs();
        try (Enclosure enclosure = Enclosure.open(call, workshop.workers(), jobs)) {
            return run(enclosure, jobs);
        }
    }

    private ExitCode run(Enclosure enclosure, int jobs) throws FileTrouble {
        Inputs inputs = Inputs.of(call);
        if (inputs.folder() && call.path("--output").isEmpty()) {
            throw new Usage(Say.NEEDS_OUTPUT, Voice.shown(call.operands().getFirst()));
        }
        Workshop.Chosen chosen = workshop.policy(call);
        try (Sources sources = Sources.of(chosen)) {
            return run(enclosure, jobs, inputs, chosen, sources);
        }
    }

    private ExitCode run(Enclosure enclosure, int jobs, Inputs inputs, Workshop.Chosen chosen, Sources sources)
            throws FileTrouble {
        FileWorker.Keys keys = Passwords.of(call);
        boolean toStdout = inputs.standardInput() && call.path("--output").isEmpty();
        Destination destination = toStdout ? new ToStream(call.voice().shell().out()) : onDisk(inputs);
        // Where the file itself goes to standard output, what is said about it cannot.
        Voice voice = toStdout ? aside(call.voice()) : call.voice();
        Account account = new Account(voice, teller(voice), call.has("--force"));
        inputs.troubles().forEach(account::trouble);
        Sanitizer sanitizer = sources.around(enclosure.sanitizer(
                workshop, chosen.policy(), chosen.jail(), inputs.files().size()));
        long mostBytes = chosen.policy().limits().inputBytes();
        FileWorker worker = new FileWorker(sanitizer, mostBytes, keys, destination);
        Progress progress = new Progress(voice.shell(), inputs.files().size());
        InOrder.run(
                inputs.files(),
                worker,
                jobs,
                file -> progress.waitFor(Voice.shown(file.path()).toString()),
                result -> {
                    progress.step();
                    account.take(result);
                });
        end(inputs, account, voice);
        return account.worst();
    }

    private void end(Inputs inputs, Account account, Voice voice) {
        if (inputs.files().isEmpty() && inputs.troubles().isEmpty()) {
            voice.complain(Say.NOTHING_TO_DO);
        } else if (inputs.files().size() > 1) {
            PrintStream table =
                    call.has("--json") ? voice.shell().err() : voice.shell().out();
            table.print("\n" + account.summary().table(voice, words));
        }
    }

    private Destination onDisk(Inputs inputs) throws FileTrouble {
        Optional<OnDisk.Signing> signing = call.has("--receipts")
                ? Optional.of(new OnDisk.Signing(KeyDirectory.open(call), workshop.catalogue()))
                : Optional.empty();
        return new OnDisk(place(inputs), inputs.realPaths(), call.has("--force"), signing, new Unfinished());
    }

    /** For one file a name with an extension is the output's own, anything else a folder. */
    private OutputPlace place(Inputs inputs) throws FileTrouble {
        Optional<Path> output = call.path("--output");
        if (output.isEmpty()) {
            return new OutputPlace.Beside();
        }
        Path path = output.get();
        boolean one = !inputs.folder() && call.operands().size() == 1;
        boolean named = String.valueOf(path.getFileName()).lastIndexOf('.') > 0 && !Files.isDirectory(path);
        return one && named ? new OutputPlace.Named(path) : new OutputPlace.Folder(path);
    }

    private Account.Teller teller(Voice voice) {
        if (call.has("--json")) {
            ReportJson json = new ReportJson(workshop.catalogue());
            return (report, outputs) -> voice.report(json.write(report));
        }
        return (report, outputs) -> voice.report(line(report, outputs, voice));
    }

    private String line(Report report, List<PreparedOutput> outputs, Voice voice) {
        String type = report.type().map(t -> t.id()).orElse("?");
        StringBuilder line = new StringBuilder(words.word(report.verdict()) + "  " + type + "  " + report.name());
        if (!outputs.isEmpty()) {
            line.append(" → ").append(Voice.shown(outputs.getFirst().target()));
        }
        if (report.verdict() == Verdict.REBUILT) {
            long count = findings(report);
            line.append("  (").append(counted(count, voice)).append(')');
        }
        words.reason(report).ifPresent(reason -> line.append("  ").append(reason));
        return line.toString();
    }

    private static String counted(long findings, Voice voice) {
        if (findings == 0) {
            return voice.text(Say.NO_FINDINGS);
        }
        return findings == 1 ? voice.text(Say.ONE_FINDING) : voice.text(Say.FINDINGS, findings);
    }

    private static long findings(Report report) {
        long count =
                report.nested().stream().mapToLong(SanitizeCommand::findings).sum();
        count += report.reason().isPresent() ? 1 : 0;
        return count
                + report.findings().stream()
                        .mapToLong(finding -> finding.count())
                        .sum();
    }

    private static Voice aside(Voice voice) {
        Shell shell = voice.shell();
        Shell turned =
                new Shell(shell.in(), shell.err(), shell.err(), shell.environment(), shell.terminal(), shell.columns());
        return new Voice(turned, voice.language());
    }

    private int jobs() {
        Optional<String> given = call.word("--jobs");
        if (given.isEmpty()) {
            return Runtime.getRuntime().availableProcessors();
        }
        String digits = given.get();
        boolean number = digits.matches("[0-9]{1,3}");
        if (!number || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > MOST_JOBS) {
            throw new Usage(Say.NOT_A_NUMBER, "--jobs", MOST_JOBS);
        }
        return Integer.parseInt(digits);
    }
}

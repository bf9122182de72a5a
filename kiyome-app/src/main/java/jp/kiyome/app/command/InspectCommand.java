package jp.kiyome.app.command;

import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.run.Destination;
import jp.kiyome.app.run.FileWorker;
import jp.kiyome.app.run.InOrder;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.ReportJson;
import jp.kiyome.core.report.ReportText;

/** {@code kiyome inspect}: tells what would be done, and writes nothing. */
final class InspectCommand {

    private final Call call;
    private final Workshop workshop;

    InspectCommand(Call call, Workshop workshop) {
        this.call = call;
        this.workshop = workshop;
    }

    ExitCode run() throws FileTrouble {
        int jobs = Runtime.getRuntime().availableProcessors();
        try (Enclosure enclosure = Enclosure.open(call, workshop.workers(), jobs)) {
            return run(enclosure, jobs);
        }
    }

    private ExitCode run(Enclosure enclosure, int jobs) throws FileTrouble {
        Inputs inputs = Inputs.of(call);
        Workshop.Chosen chosen = workshop.policy(call);
        FileWorker.Keys keys = Passwords.of(call);
        Account account = new Account(call.voice(), teller(), false);
        inputs.troubles().forEach(account::trouble);
        Sanitizer sanitizer = enclosure.sanitizer(
                workshop, chosen.policy(), chosen.jail(), inputs.files().size());
        long mostBytes = chosen.policy().limits().inputBytes();
        FileWorker worker = new FileWorker(sanitizer, mostBytes, keys, Destination.nowhere());
        InOrder.run(inputs.files(), worker, jobs, file -> {}, account::take);
        if (inputs.files().isEmpty() && inputs.troubles().isEmpty()) {
            call.voice().complain(Say.NOTHING_TO_DO);
        }
        return account.worst();
    }

    private Account.Teller teller() {
        if (call.has("--json")) {
            ReportJson json = new ReportJson(workshop.catalogue());
            return (report, outputs) -> call.voice().report(json.write(report));
        }
        ReportText text = new ReportText(workshop::catalogue, call.voice().language());
        return (report, outputs) -> call.voice().report(tree(text, report));
    }

    private static String tree(ReportText text, Report report) {
        return text.write(report).stripTrailing();
    }
}

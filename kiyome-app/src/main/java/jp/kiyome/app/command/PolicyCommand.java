package jp.kiyome.app.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.file.PolicyFile;

/** {@code kiyome policy}: checks a policy file, or shows the default one. */
final class PolicyCommand {

    private final Call call;
    private final Workshop workshop;

    PolicyCommand(Call call, Workshop workshop) {
        this.call = call;
        this.workshop = workshop;
    }

    ExitCode check() throws FileTrouble {
        List<Path> files = new ArrayList<>();
        for (String operand : call.operands()) {
            files.add(Call.toPath(operand));
        }
        Policy policy = workshop.policy(files).policy();
        // The hash is that of all of them together, as it holds at the last one's level.
        call.voice().report(call.voice().text(Say.POLICY_VALID, Voice.shown(files.getLast()), policy.hash()));
        return ExitCode.OK;
    }

    ExitCode show() {
        call.voice().shell().out().print(new String(PolicyFile.commentedDefault(), StandardCharsets.UTF_8));
        return ExitCode.OK;
    }
}

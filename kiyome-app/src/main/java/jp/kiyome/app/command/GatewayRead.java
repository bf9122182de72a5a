package jp.kiyome.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.core.policy.JailRule;
import jp.kiyome.core.policy.file.PolicyInvalid;
import jp.kiyome.core.policy.file.PolicyProblem;
import jp.kiyome.mail.address.AddressFile;
import jp.kiyome.mail.settings.GatewayFile;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.mail.settings.GroupSettings;
import jp.kiyome.mail.settings.OrganisationSettings;

/**
 * The gateway's settings with all that they name, read before anything starts.
 *
 * @param policies by the names of organisations and groups
 */
record GatewayRead(GatewaySettings settings, Map<String, Workshop.Chosen> policies) {

    Workshop.Chosen policyOf(OrganisationSettings part) {
        return Objects.requireNonNull(policies.get(part.name()));
    }

    List<Optional<JailRule>> jails() {
        return policies.values().stream().map(Workshop.Chosen::jail).toList();
    }

    /** Empty with everything told that is wrong. */
    static Optional<GatewayRead> of(Path file, Workshop workshop, Voice voice) throws FileTrouble {
        try {
            GatewaySettings settings = GatewayFile.read(Files.readAllBytes(file));
            Map<String, Workshop.Chosen> policies = new LinkedHashMap<>();
            for (OrganisationSettings one : settings.parts()) {
                List<Path> levels = new ArrayList<>(settings.policy().stream().toList());
                levels.addAll(one.policies());
                policies.put(one.name(), workshop.mailPolicy(levels));
            }
            GatewayRead read = new GatewayRead(settings, policies);
            return read.listsAreThere(voice) ? Optional.of(read) : Optional.empty();
        } catch (IOException e) {
            throw FileTrouble.reading(file, e);
        } catch (PolicyInvalid invalid) {
            for (PolicyProblem problem : invalid.problems()) {
                String text = problem.text().in(voice.language());
                voice.complain(
                        voice.text(Say.POLICY_PROBLEM, Voice.shown(file), problem.line(), problem.column(), text));
            }
            return Optional.empty();
        }
    }

    /** Lists of addresses that cannot be read would leave rules and groups without meaning. */
    private boolean listsAreThere(Voice voice) {
        boolean all = true;
        for (OrganisationSettings one : settings.organisations()) {
            for (GroupSettings group : one.groups()) {
                all &= group.memberFile().map(path -> isThere(path, voice)).orElse(true);
            }
        }
        for (Workshop.Chosen chosen : policies.values()) {
            for (Path path : MailRebuilding.rules(chosen).lists()) {
                all &= isThere(path, voice);
            }
        }
        return all;
    }

    private static boolean isThere(Path path, Voice voice) {
        return new AddressFile(path, complaint -> voice.complain(Say.LIST_UNREADABLE, Voice.shown(complaint)))
                .now()
                .isPresent();
    }
}

package jp.kiyome.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.approval.policy.Policies;
import jp.kiyome.approval.policy.PolicyLevel;
import jp.kiyome.approval.policy.PolicyPart;
import jp.kiyome.approval.server.WebSettings;
import jp.kiyome.core.policy.JailRule;
import jp.kiyome.core.policy.PolicyLayer;
import jp.kiyome.core.policy.PolicyVocabulary;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.quarantine.item.Organisation;

/** The policy files that the web application was started with: those of all, over them those of organisations. Immutable; threads share it. */
final class WebPolicies implements Policies {

    private final PolicyReading reading;
    private final List<PolicyLevel> ofAll;
    private final Map<Organisation, List<PolicyLevel>> own = new HashMap<>();
    private final Map<Organisation, List<PolicyPart>> mail = new HashMap<>();
    private final Set<String> approved;

    private WebPolicies(PolicyReading reading, List<PolicyLevel> ofAll, Set<String> approved) {
        this.reading = reading;
        this.ofAll = List.copyOf(ofAll);
        this.approved = Set.copyOf(approved);
    }

    /**
     * Reads them.
     *
     * @param files of all organisations, the upper first
     * @param approved codes that were approved when the program was started
     * @throws FileTrouble when one cannot be read, or is not right
     */
    static WebPolicies read(
            Workshop workshop,
            List<Path> files,
            Set<String> approved,
            WebSettings settings,
            Optional<GatewayRead> gateway)
            throws FileTrouble {
        PolicyReading reading = PolicyReading.of(workshop.registry(), workshop.catalogue());
        WebPolicies policies = new WebPolicies(reading, levels(reading.levels(files, PolicyLayer.empty())), approved);
        for (Map.Entry<Organisation, Path> one :
                settings.organisations().policies().entrySet()) {
            List<Path> its = new ArrayList<>(files);
            its.add(one.getValue());
            policies.own.put(one.getKey(), levels(reading.levels(its, PolicyLayer.empty())));
        }
        if (gateway.isPresent()) {
            policies.addMail(gateway.get().settings());
        }
        return policies;
    }

    private static List<PolicyLevel> levels(List<PolicyReading.Level> read) {
        return read.stream()
                .filter(level -> !level.name().isEmpty())
                .map(level -> new PolicyLevel(level.name(), level.layer()))
                .toList();
    }

    private void addMail(GatewaySettings settings) throws FileTrouble {
        for (OrganisationSettings part : settings.parts()) {
            List<Path> files = new ArrayList<>(settings.policy().stream().toList());
            files.addAll(part.policies());
            List<PolicyLevel> levels =
                    reading.levels(files, PolicyLayer.choosing(GatewaySettings.USUAL_CHOICES)).stream()
                            .map(level -> new PolicyLevel(
                                    level.name().isEmpty() ? "mail-gateway" : level.name(), level.layer()))
                            .toList();
            mail.computeIfAbsent(part.organisation(), any -> new ArrayList<>())
                    .add(new PolicyPart("mail " + part.name(), levels));
        }
    }

    @Override
    public PolicyVocabulary vocabulary() {
        return reading.vocabulary();
    }

    @Override
    public List<PolicyLevel> files(Organisation organisation) {
        return own.getOrDefault(organisation, ofAll);
    }

    @Override
    public List<PolicyPart> mail(Organisation organisation) {
        return mail.getOrDefault(organisation, List.of());
    }

    @Override
    public PolicyLayer read(byte[] text, PolicyLayer above) {
        return reading.form().read(text, above);
    }

    Workshop.Chosen chosen(PolicyLayer layer) {
        return reading.chosen(layer).approving(approved);
    }

    /** What all of the files say of the jail; nothing that is applied later can. */
    List<Optional<JailRule>> jails() {
        List<Optional<JailRule>> jails = new ArrayList<>(List.of(jail(ofAll)));
        own.values().forEach(levels -> jails.add(jail(levels)));
        return jails;
    }

    private static Optional<JailRule> jail(List<PolicyLevel> levels) {
        return levels.isEmpty() ? Optional.empty() : levels.getLast().layer().jail();
    }
}

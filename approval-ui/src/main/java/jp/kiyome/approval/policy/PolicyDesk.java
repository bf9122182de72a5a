package jp.kiyome.approval.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.approval.person.Permission;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.request.Ask;
import jp.kiyome.approval.request.No;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.PolicyLayer;
import jp.kiyome.core.policy.file.PolicyInvalid;
import jp.kiyome.quarantine.item.Organisation;

/**
 * The level of policy that is kept on a page: the last, over the program's files. It may say what these let it say, and of that what
 * is done to files; whom to ask, what to do with mail, and the jail name places of the machine, and stand in files alone. Threads share it.
 */
public final class PolicyDesk {

    /** Characters of a text. */
    public static final int LONGEST = 50_000;

    private static final Map<String, Boolean> OURS =
            Map.of("types", true, "findings", true, "options", true, "limits", true);

    private final Policies policies;
    private final PolicyVersions versions;

    public PolicyDesk(Policies policies, PolicyVersions versions) {
        this.policies = policies;
        this.versions = versions;
    }

    public PolicyVersions versions() {
        return versions;
    }

    /** What stands above the page's level, and lets it say no more than is for it to say. */
    private PolicyLayer above(Organisation organisation) {
        PolicyLayer layer = files(organisation);
        return new PolicyLayer(
                layer.otherTypes(),
                layer.types(),
                layer.findings(),
                layer.options(),
                layer.limits(),
                layer.jail(),
                layer.sections(),
                layer.lets().narrowedBy(OURS));
    }

    /**
     * What holds with a text over the files.
     *
     * @throws PolicyInvalid when they do not let it say what it says
     */
    public PolicyLayer layer(Organisation organisation, Untrusted text) {
        return policies.read(text.unescaped().getBytes(StandardCharsets.UTF_8), above(organisation));
    }

    /** What holds now: the files, with what was applied over them. */
    public PolicyLayer layer(Organisation organisation) {
        Optional<PolicyVersion> current = versions.current(organisation);
        return current.isPresent() ? layer(organisation, current.get().text()) : files(organisation);
    }

    /** What the files say. */
    public PolicyLayer files(Organisation organisation) {
        List<PolicyLevel> files = policies.files(organisation);
        return files.isEmpty() ? PolicyLayer.empty() : files.getLast().layer();
    }

    public Checked check(Organisation organisation, Untrusted text) {
        if (text.unescaped().length() > LONGEST) {
            return new Checked.TooLong();
        }
        try {
            PolicyLayer layer = layer(organisation, text);
            return new Checked.Valid(layer, layer.resolve(policies.vocabulary()).hash());
        } catch (PolicyInvalid invalid) {
            return new Checked.Faulty(invalid.problems());
        }
    }

    /**
     * The parts of an organisation's work with what holds in each: that of the web application first, then those of its mail.
     *
     * @param ours what the page's level is called
     * @throws PolicyInvalid when what was applied does not stand under the files any more
     */
    public List<PolicyPart> parts(Organisation organisation, String name, String ours) {
        List<PolicyLevel> levels = new ArrayList<>(policies.files(organisation));
        versions.current(organisation)
                .ifPresent(version -> levels.add(new PolicyLevel(ours, layer(organisation, version.text()))));
        List<PolicyPart> parts = new ArrayList<>(List.of(new PolicyPart(name, levels)));
        parts.addAll(policies.mail(organisation));
        return parts;
    }

    public List<ResolvedLine> resolved(PolicyPart part) {
        return new Resolution(policies.vocabulary()).of(part.levels());
    }

    /** What would be otherwise: the values that a text changes, as they would be; of a value that nobody would say any more, an empty one. */
    public List<ResolvedLine> changes(Organisation organisation, Checked.Valid valid) {
        Resolution resolution = new Resolution(policies.vocabulary());
        List<ResolvedLine> now = resolution.of(List.of(new PolicyLevel("", layerOrFiles(organisation))));
        List<ResolvedLine> then = resolution.of(List.of(new PolicyLevel("", valid.layer())));
        Set<ResolvedLine> before = plain(now);
        List<ResolvedLine> changes = new ArrayList<>(
                plain(then).stream().filter(line -> !before.contains(line)).toList());
        Set<String> keys = new HashSet<>();
        then.forEach(line -> keys.add(line.section() + " " + line.key()));
        now.stream()
                .filter(line -> !keys.contains(line.section() + " " + line.key()))
                .map(line -> new ResolvedLine(line.section(), line.key(), "", ""))
                .forEach(changes::add);
        return changes;
    }

    private PolicyLayer layerOrFiles(Organisation organisation) {
        try {
            return layer(organisation);
        } catch (PolicyInvalid invalid) {
            return files(organisation);
        }
    }

    private static Set<ResolvedLine> plain(List<ResolvedLine> lines) {
        Set<ResolvedLine> plain = new LinkedHashSet<>();
        lines.forEach(line -> plain.add(new ResolvedLine(line.section(), line.key(), line.value(), "")));
        return plain;
    }

    /**
     * Applies a text. It holds from now on for whatever the web application works on.
     *
     * @param seen the number of the version that somebody has looked at; 0 for none
     * @return its number; empty when another was applied meanwhile
     * @throws No without a comment, or when the text cannot be used
     */
    public Optional<Integer> apply(Person person, Untrusted text, String typedComment, int seen) {
        return apply(person, text, typedComment, seen, 0);
    }

    /** Applies the text of a former version once more. */
    public Optional<Integer> restore(Person person, int number, String typedComment, int seen) {
        PolicyVersion former =
                versions.find(person.organisation(), number).orElseThrow(() -> new No(No.Why.NOTHING_THERE));
        return apply(person, former.text(), typedComment, seen, number);
    }

    private Optional<Integer> apply(Person person, Untrusted text, String typedComment, int seen, int former) {
        if (!person.may(Permission.GOVERN)) {
            throw new No(No.Why.NOT_ALLOWED);
        }
        Untrusted comment = Ask.reason(typedComment);
        return switch (check(person.organisation(), text)) {
            case Checked.Valid valid ->
                versions.apply(person, new PolicyVersions.Applying(text, valid.hash(), comment, seen, former));
            case Checked.Faulty _, Checked.TooLong _ -> throw new No(No.Why.WRONG_STATE);
        };
    }
}

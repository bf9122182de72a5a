package jp.kiyome.app.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.mail.settings.GroupSettings;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.work.Treatment;
import jp.kiyome.quarantine.reprocess.work.Treatments;

/**
 * How items of each organisation are processed again: all under the one policy of a call, or each under that of its organisation and
 * group, as the gateway's settings have them. The sources that these want asked are open until it is closed.
 */
final class Treating implements AutoCloseable {

    private final Making making;
    private final List<Sources> sources = new ArrayList<>();
    private final Map<Organisation, Treatments> all = new HashMap<>();
    private Duration longest = Duration.ZERO;

    private Treating(Making making) {
        this.making = making;
    }

    /** Makes a treatment under a policy. */
    @FunctionalInterface
    interface Making {
        Treatment of(Workshop.Chosen chosen, Sources sources);
    }

    /** One policy for all. */
    static Treating alike(List<Organisation> organisations, Workshop.Chosen chosen, Making making) {
        Treating treating = new Treating(making);
        Treatments one = Treatments.alike(treating.made(chosen));
        organisations.forEach(organisation -> treating.all.put(organisation, one));
        return treating;
    }

    /**
     * The gateway's policies.
     *
     * @throws Usage when its settings do not know one of the organisations: nobody could say what holds for its items
     */
    static Treating asGateway(List<Organisation> organisations, GatewayRead gateway, Making making) {
        Map<Organisation, OrganisationSettings> known = new HashMap<>();
        gateway.settings().organisations().forEach(one -> known.put(one.organisation(), one));
        for (Organisation organisation : organisations) {
            if (!known.containsKey(organisation)) {
                throw new Usage(Say.NOT_IN_SETTINGS, Voice.shown(organisation.id()));
            }
        }
        Treating treating = new Treating(making);
        for (Organisation organisation : organisations) {
            OrganisationSettings whole = Objects.requireNonNull(known.get(organisation));
            treating.all.put(organisation, treating.groups(whole, gateway::policyOf));
        }
        return treating;
    }

    private Treatments groups(OrganisationSettings whole, Function<OrganisationSettings, Workshop.Chosen> policyOf) {
        Map<Group, Treatment> groups = new HashMap<>();
        for (GroupSettings group : whole.groups()) {
            groups.put(group.settings().unit().group(), made(policyOf.apply(group.settings())));
        }
        return new Treatments(made(policyOf.apply(whole)), groups);
    }

    private Treatment made(Workshop.Chosen chosen) {
        Sources asked = Sources.of(chosen);
        sources.add(asked);
        Duration answers = asked.longest(chosen.verdicts());
        longest = answers.compareTo(longest) > 0 ? answers : longest;
        return making.of(chosen, asked);
    }

    Treatments of(Organisation organisation) {
        return Objects.requireNonNull(all.get(organisation));
    }

    Map<Organisation, Treatments> all() {
        return Map.copyOf(all);
    }

    /** What the answers of others about one file may take. */
    Duration longest() {
        return longest;
    }

    @Override
    public void close() {
        sources.forEach(Sources::close);
    }
}

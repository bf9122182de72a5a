package jp.kiyome.mail.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Network;
import jp.kiyome.quarantine.item.Organisation;

/** What the file says of one organisation. Stateless. */
final class OrganisationKeys {

    private static final List<String> KEYS = keys();

    private OrganisationKeys() {}

    private static List<String> keys() {
        List<String> keys =
                new ArrayList<>(List.of("domains", "client-networks", "policy", "notices", "passwords", "groups"));
        keys.addAll(UnitKeys.KEYS);
        return List.copyOf(keys);
    }

    static Optional<OrganisationSettings> read(Organisation organisation, PolicyEntry entry) {
        Keys keys = new Keys(entry, KEYS);
        Set<DomainName> domains = new HashSet<>(keys.all("domains", DomainName::read, SettingsFault.NOT_A_DOMAIN));
        List<Network> clients = clients(keys);
        if (!clients.isEmpty() && keys.get("outbound").isEmpty()) {
            entry.wrong(SettingsFault.NO_OUTBOUND.text());
        }
        if (keys.needed("domains").isPresent() && domains.isEmpty()) {
            entry.wrong(SettingsFault.EMPTY.text());
        }
        if (keys.needed("next-hops").isEmpty()) {
            return Optional.empty();
        }
        OrganisationSettings whole = UnitKeys.over(keys, OrganisationSettings.usual(organisation, domains, clients));
        Optional<NoticeSettings> notices =
                keys.get("notices").flatMap(below -> NoticeKeys.notices(below, domains, whole.administrators()));
        OrganisationSettings told = whole.with(
                keys.one("policy", Keys::absolute, SettingsFault.NOT_A_PATH),
                notices,
                keys.get("passwords").map(NoticeKeys::passwords).orElseGet(PasswordSettings::defaults));
        return Optional.of(told.with(
                keys.get("groups").map(below -> GroupKeys.read(below, told)).orElse(List.of())));
    }

    private static List<Network> clients(Keys keys) {
        List<Network> clients = keys.all("client-networks", Network::read, SettingsFault.NOT_A_NETWORK);
        if (clients.stream().anyMatch(network -> network.bits() == 0)) {
            keys.get("client-networks").ifPresent(entry -> entry.wrong(SettingsFault.EVERYBODY.text()));
        }
        return clients;
    }
}

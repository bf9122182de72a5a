package jp.kiyome.mail.settings;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.core.policy.file.SettingsFile;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Network;
import jp.kiyome.mail.authentication.AuthenticationSettings;
import jp.kiyome.quarantine.item.Organisation;

/** Reads the gateway's file of settings, as docs/mail.md describes it. Stateless. */
public final class GatewayFile {

    private static final List<String> KEYS = List.of(
            "name",
            "listen",
            "trusted-peers",
            "store",
            "policy",
            "limits",
            "handling",
            "watch",
            "authentication",
            "retro-hunt",
            "organisations");
    private static final List<String> LISTEN =
            List.of("address", "port", "protocol", "proxy-protocol", "tls", "bare-line-ends");
    private static final List<String> LIMITS = List.of(
            "size",
            "recipients",
            "connections",
            "connections-per-peer",
            "mails-per-connection",
            "errors",
            "idle",
            "command",
            "data",
            "session",
            "received");
    private static final List<String> HANDLING =
            List.of("attempts", "files-at-a-time", "wait", "next-hop-time", "connect-time", "cool-down", "handed-over");
    private static final Pattern ORGANISATION = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Duration DAY = Duration.ofDays(1);

    private GatewayFile() {}

    /**
     * Reads all of a file or nothing.
     *
     * @throws jp.kiyome.core.policy.file.PolicyInvalid with every fault and its line
     */
    public static GatewaySettings read(byte[] file) {
        return SettingsFile.read(file, "gateway", GatewayFile::whole)
                .orElseThrow(() -> new IllegalStateException("faults were told"));
    }

    private static Optional<GatewaySettings> whole(PolicyEntry root) {
        Keys keys = new Keys(root, KEYS);
        Optional<DomainName> name = keys.neededOne("name", DomainName::read, SettingsFault.NOT_A_DOMAIN);
        List<Network> trusted = keys.all("trusted-peers", Network::read, SettingsFault.NOT_A_NETWORK);
        Optional<Listening> listen = keys.needed("listen").flatMap(entry -> listen(entry, trusted));
        Optional<Path> store = keys.neededOne("store", Keys::absolute, SettingsFault.NOT_A_PATH);
        Optional<Path> policy = keys.one("policy", Keys::absolute, SettingsFault.NOT_A_PATH);
        SessionLimits limits = keys.get("limits").map(GatewayFile::limits).orElseGet(SessionLimits::defaults);
        Handling handling = keys.get("handling").map(GatewayFile::handling).orElseGet(Handling::defaults);
        Optional<GatewaySettings.Watching> watch = keys.get("watch").flatMap(GatewayFile::watch);
        Optional<AuthenticationSettings> authentication =
                name.flatMap(here -> keys.get("authentication").flatMap(entry -> AuthenticationKeys.read(entry, here)));
        List<OrganisationSettings> organisations =
                keys.needed("organisations").map(GatewayFile::organisations).orElse(List.of());
        return name.isEmpty() || listen.isEmpty() || store.isEmpty()
                ? Optional.empty()
                : Optional.of(new GatewaySettings(
                        name.get(),
                        listen.get(),
                        trusted,
                        store.get(),
                        policy,
                        limits,
                        handling,
                        watch,
                        authentication,
                        keys.get("retro-hunt").map(GatewayFile::retro).orElseGet(RetroSettings::usual),
                        organisations));
    }

    private static Optional<Listening> listen(PolicyEntry entry, List<Network> trusted) {
        Keys keys = new Keys(entry, LISTEN);
        boolean proxied = keys.yes("proxy-protocol");
        if (proxied && trusted.isEmpty()) {
            entry.wrong(SettingsFault.NOBODY_TRUSTED.text());
        }
        boolean lmtp = keys.word("protocol", List.of("smtp", "lmtp")).equals("lmtp");
        int port = keys.port("port", 10_025);
        if (lmtp && port == Listening.SMTP_PORT) {
            entry.wrong(SettingsFault.LMTP_PORT.text());
        }
        boolean normalise =
                keys.word("bare-line-ends", List.of("reject", "normalise")).equals("normalise");
        Optional<KeyFile> tls = keys.get("tls").flatMap(GatewayFile::keyFile);
        return keys.neededOne("address", Network::literal, SettingsFault.NOT_AN_ADDRESS)
                .map(address -> new Listening(
                        address.getHostAddress(),
                        port,
                        lmtp ? Protocol.LMTP : Protocol.SMTP,
                        proxied,
                        tls,
                        normalise ? Listening.BareLineEnds.NORMALISE : Listening.BareLineEnds.REJECT));
    }

    private static Optional<KeyFile> keyFile(PolicyEntry entry) {
        Keys keys = new Keys(entry, List.of("key-store", "password-file"));
        Optional<Path> file = keys.neededOne("key-store", Keys::absolute, SettingsFault.NOT_A_PATH);
        Optional<Path> password = keys.neededOne("password-file", Keys::absolute, SettingsFault.NOT_A_PATH);
        return file.flatMap(path -> password.map(word -> new KeyFile(path, word)));
    }

    private static Optional<GatewaySettings.Watching> watch(PolicyEntry entry) {
        Keys keys = new Keys(entry, List.of("address", "port"));
        int port = keys.port("port", 10_080);
        return keys.neededOne("address", Network::literal, SettingsFault.NOT_AN_ADDRESS)
                .map(InetAddress::getHostAddress)
                .map(address -> new GatewaySettings.Watching(address, port));
    }

    private static SessionLimits limits(PolicyEntry entry) {
        Keys keys = new Keys(entry, LIMITS);
        SessionLimits usual = SessionLimits.defaults();
        return new SessionLimits(
                keys.bytes("size", usual.size(), 1 << 10, 1L << 40),
                keys.count("recipients", usual.recipients(), 10_000),
                keys.count("connections", usual.connections(), 100_000),
                keys.count("connections-per-peer", usual.peerConnections(), 100_000),
                keys.count("mails-per-connection", usual.mails(), 1_000_000),
                keys.count("errors", usual.errors(), 1_000),
                keys.time("idle", usual.idle(), DAY),
                keys.time("command", usual.command(), DAY),
                keys.time("data", usual.data(), DAY),
                keys.time("session", usual.session(), DAY),
                keys.count("received", usual.received(), 1_000));
    }

    private static Handling handling(PolicyEntry entry) {
        Keys keys = new Keys(entry, HANDLING);
        Handling usual = Handling.defaults();
        return new Handling(
                keys.count("attempts", usual.attempts(), 1_000),
                keys.count("files-at-a-time", usual.filesAtATime(), 1_000),
                keys.time("wait", usual.patience(), DAY),
                keys.time("next-hop-time", usual.hopTime(), DAY),
                keys.time("connect-time", usual.connectTime(), DAY),
                keys.time("cool-down", usual.coolDown(), DAY),
                keys.one("handed-over", Keys::absolute, SettingsFault.NOT_A_PATH));
    }

    private static RetroSettings retro(PolicyEntry entry) {
        Keys keys = new Keys(entry, List.of("ask-again", "within", "every", "pause"));
        RetroSettings usual = RetroSettings.usual();
        return new RetroSettings(
                keys.word("ask-again", List.of("yes", "no")).equals("yes"),
                keys.time("within", usual.within(), DAY.multipliedBy(366)),
                keys.time("every", usual.every(), DAY.multipliedBy(366)),
                keys.time("pause", usual.pause(), DAY));
    }

    private static List<OrganisationSettings> organisations(PolicyEntry entry) {
        List<OrganisationSettings> all = new ArrayList<>();
        Map<DomainName, String> owners = new LinkedHashMap<>();
        entry.entries().forEach((name, below) -> {
            if (!ORGANISATION.matcher(name).matches()) {
                below.wrong(SettingsFault.NOT_AN_ORGANISATION.text(Untrusted.of(name)));
                return;
            }
            OrganisationKeys.read(new Organisation(name), below).ifPresent(one -> {
                all.add(one);
                for (DomainName domain : one.domains()) {
                    String owner = owners.putIfAbsent(domain, name);
                    if (owner != null) {
                        below.wrong(SettingsFault.TWO_OWNERS.text(domain, owner));
                    }
                }
            });
        });
        if (all.isEmpty()) {
            entry.wrong(SettingsFault.EMPTY.text());
        }
        return all;
    }
}

package jp.kiyome.approval.settings;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.approval.access.Proxies;
import jp.kiyome.approval.access.Served;
import jp.kiyome.approval.access.Side;
import jp.kiyome.approval.access.Sides;
import jp.kiyome.approval.directory.DirectorySettings;
import jp.kiyome.approval.intake.TakeIn;
import jp.kiyome.approval.openid.ProviderSettings;
import jp.kiyome.approval.server.Listening;
import jp.kiyome.approval.server.OfficeSettings;
import jp.kiyome.approval.server.Organisations;
import jp.kiyome.approval.server.Reach;
import jp.kiyome.approval.server.WebSettings;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.jail.drawing.DrawingSettings;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.core.policy.file.SettingsFile;
import jp.kiyome.quarantine.item.Organisation;

/** Reads the file of settings of the web application, as docs/ui.md describes it. Stateless. */
public final class WebFile {

    private static final List<String> KEYS = List.of(
            "listen",
            "https",
            "approvals-at",
            "originals-at",
            "proxies",
            "attempts",
            "sessions",
            "largest",
            "keep-days",
            "pictures",
            "organisations");
    private static final int ATTEMPTS = 30;
    private static final long LARGEST = 200L << 20;
    private static final int KEEP_DAYS = 30;

    private final Map<Organisation, DirectorySettings> directories = new HashMap<>();
    private final Map<Organisation, ProviderSettings> providers = new HashMap<>();
    private final Map<Organisation, Path> policies = new HashMap<>();
    private final Map<Organisation, OfficeSettings> offices = new HashMap<>();

    private WebFile() {}

    /**
     * Reads all of a file or nothing, with the secrets that it names.
     *
     * @param scratch where files lie while they come in
     * @throws jp.kiyome.core.policy.file.PolicyInvalid with every fault and its line
     */
    public static WebSettings read(byte[] file, Path scratch) {
        return SettingsFile.read(file, "web", root -> new WebFile().whole(root, scratch))
                .orElseThrow(() -> new IllegalStateException("faults were told"));
    }

    private Optional<WebSettings> whole(PolicyEntry root, Path scratch) {
        Keys keys = new Keys(root, KEYS);
        List<Listening> doors = keys.needed("listen").map(WebFile::doors).orElse(List.of());
        Sides sides = new Sides(served(keys, "approvals-at", "both"), served(keys, "originals-at", "internet"));
        Proxies proxies = keys.get("proxies").map(WebFile::proxies).orElseGet(Proxies::none);
        boolean secure = keys.word("https", List.of("no", "yes")).equals("yes");
        keys.get("organisations").ifPresent(entry -> entry.entries().forEach(this::organisation));
        if (!providers.isEmpty()
                && doors.stream().allMatch(door -> door.origin().isEmpty())) {
            root.wrong(SettingFault.NO_ORIGIN.text());
        }
        if (offices.values().stream().anyMatch(office -> office.mail().isPresent())
                && doors.stream().allMatch(door -> door.origin().isEmpty())) {
            root.wrong(SettingFault.NO_ORIGIN_FOR_MAIL.text());
        }
        int attempts = keys.count("attempts", ATTEMPTS, 10_000);
        int sessions = keys.count("sessions", WebSettings.SESSIONS, 100);
        long largest = keys.bytes("largest", LARGEST, 1L << 34);
        Duration keep = Duration.ofDays(keys.count("keep-days", KEEP_DAYS, 3650));
        Optional<DrawingSettings> drawing =
                keys.get("pictures").map(DrawingKeys::read).orElseGet(() -> Optional.of(DrawingSettings.usual()));
        return doors.isEmpty()
                ? Optional.empty()
                : Optional.of(new WebSettings(
                        new Reach(doors, sides, secure, proxies),
                        new TakeIn.Settings(largest, keep, scratch),
                        attempts,
                        sessions,
                        new Organisations(directories, providers, policies, offices),
                        drawing));
    }

    /** The usual one first. */
    private static Served served(Keys keys, String name, String usual) {
        List<String> words = new ArrayList<>(List.of(usual));
        List.of("both", "internet", "lgwan").stream()
                .filter(word -> !word.equals(usual))
                .forEach(words::add);
        return Served.valueOf(keys.word(name, words).toUpperCase(Locale.ROOT));
    }

    private static List<Listening> doors(PolicyEntry entry) {
        List<Listening> doors = new ArrayList<>();
        for (PolicyEntry item : entry.items()) {
            Keys keys = new Keys(item, List.of("side", "address", "port", "origin"));
            Side side = Side.valueOf(
                    keys.word("side", List.of("whole", "internet", "lgwan")).toUpperCase(Locale.ROOT));
            Optional<InetAddress> address = keys.neededOne("address", WebFile::address, SettingFault.NOT_AN_ADDRESS);
            Optional<Integer> port = keys.neededPort("port");
            Optional<URI> origin = keys.one("origin", WebFile::origin, SettingFault.NOT_AN_ORIGIN);
            address.flatMap(at -> port.map(number -> new Listening(side, at.getHostAddress(), number, origin)))
                    .ifPresent(doors::add);
        }
        Set<Side> sides = new HashSet<>();
        doors.forEach(door -> sides.add(door.side()));
        boolean right = sides.size() == doors.size()
                && (sides.equals(Set.of(Side.WHOLE)) || sides.equals(Set.of(Side.INTERNET, Side.LGWAN)));
        if (!right) {
            entry.wrong(SettingFault.DOORS.text());
        }
        return right ? doors : List.of();
    }

    private static Proxies proxies(PolicyEntry entry) {
        Keys keys = new Keys(entry, List.of("addresses", "header"));
        Set<InetAddress> trusted = new HashSet<>();
        for (PolicyEntry item : keys.needed("addresses").map(PolicyEntry::items).orElse(List.of())) {
            Keys.read(item, WebFile::address, SettingFault.NOT_AN_ADDRESS).ifPresent(trusted::add);
        }
        boolean standard =
                keys.word("header", List.of("x-forwarded-for", "forwarded")).equals("forwarded");
        return new Proxies(trusted, standard ? Proxies.Header.FORWARDED : Proxies.Header.X_FORWARDED_FOR);
    }

    private void organisation(String name, PolicyEntry entry) {
        Organisation organisation;
        try {
            organisation = new Organisation(name);
        } catch (IllegalArgumentException e) {
            entry.wrong(SettingFault.NOT_AN_ORGANISATION.text(Untrusted.of(name)));
            return;
        }
        Keys keys = new Keys(entry, List.of("directory", "provider", "policy", "approvals", "closed-days", "mail"));
        keys.get("directory").flatMap(DirectoryKeys::read).ifPresent(one -> directories.put(organisation, one));
        keys.get("provider").flatMap(ProviderKeys::read).ifPresent(one -> providers.put(organisation, one));
        keys.one("policy", Keys::absolute, SettingFault.NOT_A_PATH).ifPresent(one -> policies.put(organisation, one));
        OfficeKeys.read(keys).ifPresent(one -> offices.put(organisation, one));
    }

    /** In numbers: names are not looked up. */
    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> origin(String text) {
        return text.matches("https://[A-Za-z0-9.-]+(:[0-9]{1,5})?|http://(localhost|127\\.0\\.0\\.1)(:[0-9]{1,5})?")
                ? Optional.of(URI.create(text))
                : Optional.empty();
    }
}

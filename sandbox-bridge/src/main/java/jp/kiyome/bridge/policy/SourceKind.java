package jp.kiyome.bridge.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import jp.kiyome.bridge.cape.CapeSettings;
import jp.kiyome.bridge.cape.CapeSource;
import jp.kiyome.bridge.clamd.ClamdSettings;
import jp.kiyome.bridge.clamd.ClamdSource;
import jp.kiyome.bridge.hashlist.HashListSource;
import jp.kiyome.bridge.http.Http;
import jp.kiyome.bridge.icap.IcapAddress;
import jp.kiyome.bridge.icap.IcapMode;
import jp.kiyome.bridge.icap.IcapSettings;
import jp.kiyome.bridge.icap.IcapSource;
import jp.kiyome.bridge.rspamd.RspamdSettings;
import jp.kiyome.bridge.rspamd.RspamdSource;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.bridge.wire.Address;
import jp.kiyome.core.policy.file.PolicyEntry;

/** The kinds of sources, with the keys that each takes beside {@code kind}. */
enum SourceKind {
    CLAMD("address", "most-bytes", "connections", "time"),
    ICAP("address", "mode", "most-bytes", "connections", "time"),
    RSPAMD("server", "most-bytes", "time", "suspicious", "threat"),
    CAPE("server", "token-file", "tags", "most-bytes", "time", "first-look", "suspicious", "threat", "mails"),
    HASH_LIST("block", "allow");

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives none that changes
    private final List<String> keys;

    SourceKind(String... keys) {
        this.keys = List.of(keys);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<String> keys() {
        return keys;
    }

    /** What makes the source; empty when a fault was told. */
    Optional<Supplier<VerdictSource>> read(String name, Fields fields) {
        return switch (this) {
            case CLAMD -> clamd(name, fields);
            case ICAP -> icap(name, fields);
            case RSPAMD -> rspamd(name, fields);
            case CAPE -> cape(name, fields);
            case HASH_LIST ->
                fields.path("block").flatMap(block -> fields.path("allow")
                        .map(allow -> () -> new HashListSource(name, block, allow)));
        };
    }

    private static Optional<Supplier<VerdictSource>> clamd(String name, Fields fields) {
        return fields.needed("address", Address::read, "unix:/run/clamav/clamd.ctl, tcp:127.0.0.1:3310")
                .map(address -> ClamdSettings.of(name, address))
                .map(usual -> new ClamdSettings(
                        name,
                        usual.address(),
                        fields.bytes(usual.mostBytes()),
                        fields.count("connections", usual.connections(), 100),
                        fields.positiveTime(usual.time()),
                        usual.idle()))
                .map(settings -> () -> new ClamdSource(settings));
    }

    private static Optional<Supplier<VerdictSource>> icap(String name, Fields fields) {
        boolean upload = fields.get("mode")
                .flatMap(entry -> entry.oneOf(List.of("respmod", "reqmod")))
                .filter("reqmod"::equals)
                .isPresent();
        fields.means("mode", upload ? "reqmod" : "respmod");
        return fields.needed("address", IcapAddress::read, "icap://127.0.0.1:1344/avscan")
                .map(address -> IcapSettings.of(name, address))
                .map(usual -> new IcapSettings(
                        name,
                        usual.address(),
                        upload ? IcapMode.REQMOD : IcapMode.RESPMOD,
                        fields.bytes(usual.mostBytes()),
                        fields.count("connections", usual.connections(), 100),
                        fields.positiveTime(usual.time())))
                .map(settings -> () -> new IcapSource(settings));
    }

    private static Optional<Supplier<VerdictSource>> rspamd(String name, Fields fields) {
        return fields.server("server")
                .map(server -> RspamdSettings.of(name, server))
                .map(usual -> new RspamdSettings(
                        name,
                        usual.server(),
                        fields.scores(usual.rule()),
                        fields.bytes(usual.mostBytes()),
                        fields.positiveTime(usual.time())))
                .map(settings -> () -> new RspamdSource(settings));
    }

    private static Optional<Supplier<VerdictSource>> cape(String name, Fields fields) {
        String tags = fields.get("tags").flatMap(PolicyEntry::word).orElse("");
        fields.means("tags", tags);
        String token =
                fields.get("token-file").map(entry -> token(entry, fields)).orElse("");
        return fields.server("server")
                .map(server -> CapeSettings.of(name, server))
                .map(usual -> new CapeSettings(
                        name,
                        usual.server(),
                        token,
                        tags,
                        fields.scores(usual.rule()),
                        fields.means("mails", fields.yes("mails", usual.mails())),
                        fields.bytes(usual.mostBytes()),
                        fields.time("first-look", usual.firstLook()),
                        fields.positiveTime(usual.time())))
                .map(settings -> () -> new CapeSource(settings));
    }

    /** A secret stands in a file of its own, so that a policy can be shown. */
    private static String token(PolicyEntry entry, Fields fields) {
        Optional<Path> file = Fields.absolute(entry);
        if (file.isEmpty()) {
            return "";
        }
        // The place alone: from a hash of more, whoever guesses the secret would learn that he is right.
        fields.means("token-file", file.get());
        try {
            String token = Files.size(file.get()) > 1000
                    ? ""
                    : Files.readString(file.get(), StandardCharsets.ISO_8859_1).strip();
            if (Http.Field.mayBeValue(token)) {
                return token;
            }
        } catch (IOException e) {
            entry.wrong(PolicyFault.NOT_A_TOKEN.text());
            return "";
        }
        entry.wrong(PolicyFault.NOT_A_TOKEN.text());
        return "";
    }
}

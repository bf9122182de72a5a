package jp.kiyome.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.approval.account.WebTables;
import jp.kiyome.approval.server.WebSettings;
import jp.kiyome.approval.settings.WebFile;
import jp.kiyome.core.policy.file.PolicyInvalid;
import jp.kiyome.core.policy.file.PolicyProblem;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreFile;
import jp.kiyome.quarantine.store.StoreSettings;

/** {@code kiyome web}: the web application over a store, until the process is told to end. */
final class WebCommand {

    static final int PORT = 8480;

    private static final long LARGEST = 200L << 20;
    private static final Duration KEEP = Duration.ofDays(30);
    private static final int ATTEMPTS = 30;
    private static final Actor WHO = Actor.service("web");

    private final Call call;
    private final Workshop workshop;

    WebCommand(Call call, Workshop workshop) {
        this.call = call;
        this.workshop = workshop;
    }

    ExitCode run() throws FileTrouble {
        Path scratch = scratch();
        Optional<WebSettings> settings = settings(scratch);
        if (settings.isEmpty()) {
            return ExitCode.INVALID;
        }
        if (call.has("--check")) {
            call.voice()
                    .report(call.voice()
                            .text(
                                    Say.SETTINGS_VALID,
                                    Voice.shown(call.word("--settings").orElse(""))));
            return ExitCode.OK;
        }
        Path place = call.path("--store").orElseThrow(() -> new Usage(Say.MISSING_ARGUMENT, "--store"));
        Optional<Path> file = call.path("--gateway");
        Optional<GatewayRead> gateway =
                file.isEmpty() ? Optional.empty() : GatewayRead.of(file.get(), workshop, call.voice());
        if (gateway.isEmpty() && file.isPresent()) {
            return ExitCode.INVALID;
        }
        gateway.ifPresent(read -> insistOnStore(read, place));
        WebPolicies policies = WebPolicies.read(
                workshop, workshop.policyFiles(call), workshop.approved(call), settings.get(), gateway);
        WebServing serving = new WebServing(call, workshop, gateway);
        try {
            return serve(serving, policies, place, settings.get());
        } catch (IOException e) {
            throw new FileTrouble(Say.STORE_UNUSABLE, Voice.shown(place), Voice.shown(String.valueOf(e.getMessage())));
        } finally {
            serving.putAway();
        }
    }

    private ExitCode serve(WebServing serving, WebPolicies policies, Path place, WebSettings settings)
            throws IOException {
        StoreSettings where =
                Files.exists(place) && !Files.isDirectory(place) ? StoreFile.read(place) : StoreSettings.in(place);
        try (Store store = Store.open(where, InstantSource.system(), List.of(WebTables.TABLES))) {
            for (String organisation : call.all("--organisation")) {
                store.organisations().enrol(organisation(organisation), WHO);
            }
            return serving.serve(new WebServing.Served(store, where, settings), policies, works -> {});
        }
    }

    /** What lies in another store's outbox the gateway would never send. */
    private static void insistOnStore(GatewayRead gateway, Path place) {
        Path store = gateway.settings().store();
        if (!store.toAbsolutePath().equals(place.toAbsolutePath())) {
            throw new Usage(Say.OTHER_STORE, Voice.shown(store));
        }
    }

    private static Organisation organisation(String word) {
        try {
            return new Organisation(word);
        } catch (IllegalArgumentException e) {
            throw new Usage(Say.NO_ORGANISATION, Voice.shown(word));
        }
    }

    /** Where files lie while they come in: of this process alone. */
    private static Path scratch() throws FileTrouble {
        try {
            Path scratch = Files.createTempDirectory("kiyome-web-");
            scratch.toFile().deleteOnExit();
            return scratch;
        } catch (IOException e) {
            throw new FileTrouble(Say.CANNOT_SERVE, Voice.shown(String.valueOf(e.getMessage())));
        }
    }

    /** Empty with everything told that is wrong in the file. */
    private Optional<WebSettings> settings(Path scratch) throws FileTrouble {
        Optional<Path> file = call.path("--settings");
        if (file.isEmpty()) {
            String address = call.word("--address").orElse("127.0.0.1");
            return Optional.of(
                    new WebSettings(address, port(call), call.has("--https"), LARGEST, KEEP, scratch, ATTEMPTS));
        }
        for (String other : List.of("--address", "--port", "--https")) {
            if (call.has(other)) {
                throw new Usage(Say.UNKNOWN_ARGUMENT, other);
            }
        }
        Voice voice = call.voice();
        try {
            return Optional.of(WebFile.read(Files.readAllBytes(file.get()), scratch));
        } catch (IOException e) {
            throw FileTrouble.reading(file.get(), e);
        } catch (PolicyInvalid invalid) {
            for (PolicyProblem problem : invalid.problems()) {
                String text = problem.text().in(voice.language());
                voice.complain(voice.text(
                        Say.POLICY_PROBLEM, Voice.shown(file.get()), problem.line(), problem.column(), text));
            }
            return Optional.empty();
        }
    }

    static int port(Call call) {
        String port = call.word("--port").orElse("" + PORT);
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
            throw new Usage(Say.NOT_A_NUMBER, "--port", 65535);
        }
        return Integer.parseInt(port);
    }
}

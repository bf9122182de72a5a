package jp.kiyome.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.quarantine.database.OwnTables;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreFile;
import jp.kiyome.quarantine.store.StoreSettings;

/**
 * The store that a call names. Only the commands that work on one load this class, and with it the database.
 *
 * @param settings where it is
 * @param who calls
 * @param organisations those that are named; else all
 */
record OpenStore(Store store, StoreSettings settings, Actor who, List<Organisation> organisations)
        implements AutoCloseable {

    /**
     * Opens what {@code --store} names, which must be there: nobody wants to check a store that was made by a slip of the finger.
     *
     * @throws FileTrouble when it is not there, or cannot be opened
     */
    static OpenStore of(Call call) throws FileTrouble {
        return of(call, List.of());
    }

    /** The same, with tables of other modules beside the store's. */
    static OpenStore of(Call call, List<OwnTables> beside) throws FileTrouble {
        Path path = call.path("--store").orElseThrow(() -> new Usage(Say.MISSING_ARGUMENT, "--store"));
        boolean there = Files.isDirectory(path) ? Files.exists(path.resolve("master.keys")) : Files.exists(path);
        if (!there) {
            throw new FileTrouble(Say.NO_STORE, Voice.shown(path));
        }
        StoreSettings settings = settings(path);
        Store store = open(path, settings, beside);
        try {
            return new OpenStore(store, settings, caller(), organisations(call, store));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static StoreSettings settings(Path path) throws FileTrouble {
        try {
            return StoreFile.read(path);
        } catch (IOException e) {
            throw new FileTrouble(Say.STORE_UNUSABLE, Voice.shown(path), Voice.shown(String.valueOf(e.getMessage())));
        }
    }

    private static Store open(Path path, StoreSettings settings, List<OwnTables> beside) throws FileTrouble {
        try {
            return Store.open(settings, InstantSource.system(), beside);
        } catch (IOException | RuntimeException e) {
            // A database may say no in many ways: in use by the server, not running, wrong password, not to be trusted.
            throw new FileTrouble(Say.STORE_UNUSABLE, Voice.shown(path), Voice.shown(String.valueOf(e.getMessage())));
        }
    }

    private static List<Organisation> organisations(Call call, Store store) {
        List<Organisation> all = store.organisations().all();
        List<String> named = call.all("--organisation");
        for (String name : named) {
            if (all.stream().noneMatch(one -> one.id().equals(name))) {
                throw new Usage(Say.NO_ORGANISATION, Voice.shown(name));
            }
        }
        return named.isEmpty()
                ? all
                : all.stream().filter(one -> named.contains(one.id())).toList();
    }

    /** The account that runs the command. */
    private static Actor caller() {
        String account = Voice.shown(System.getProperty("user.name", "")).toString();
        return account.isEmpty() || account.length() > 100
                ? Actor.service("command-line")
                : Actor.service("command-line/" + account);
    }

    @Override
    public void close() {
        store.close();
    }
}

package jp.kiyome.quarantine.store;

import java.nio.file.Path;
import jp.kiyome.quarantine.database.DatabaseSettings;

/**
 * Where a store is.
 *
 * @param originals the root of what came in
 * @param cleaned the root of what was built anew; on another disk or host, if the site wants that
 * @param masterKeys the file of the master keys, away from both
 */
public record StoreSettings(DatabaseSettings database, Path originals, Path cleaned, Path masterKeys) {

    /** All in one folder, on H2: the default of a small site. */
    public static StoreSettings in(Path folder) {
        return new StoreSettings(
                new DatabaseSettings.Embedded(folder.resolve("store")),
                folder.resolve("originals"),
                folder.resolve("cleaned"),
                folder.resolve("master.keys"));
    }
}

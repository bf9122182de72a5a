package jp.kiyome.mail.settings;

import java.nio.file.Path;
import java.util.Optional;
import jp.kiyome.quarantine.item.Group;

/**
 * The part of an organisation that settings are for.
 *
 * @param group the whole of it, or one of its groups
 * @param policy of the group, over that of its organisation
 * @param ownTurns whether its mails wait for each other alone, and not for those of its organisation
 */
public record Unit(Group group, Optional<Path> policy, boolean ownTurns) {

    static Unit whole() {
        return new Unit(Group.WHOLE, Optional.empty(), true);
    }
}

package jp.kiyome.message.child;

import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.name.CleanName;
import jp.kiyome.core.notice.Notice;
import jp.kiyome.core.spi.Session;

/**
 * The text file that stands in the place of one that is refused.
 *
 * @param name clean
 */
public record NoticeFile(String name, Content text) {

    /**
     * Makes the file and tells of it.
     *
     * @throws Refusal where the policy wants no message that lacks something
     */
    public static NoticeFile of(Session session, String part, String file, FindingKind reason) {
        if (session.policy().choice(MessageOptions.REFUSED).equals("block")) {
            throw Refusal.of("message.refused-part", Location.ofPart(part), file + ": " + reason);
        }
        new Told(session).replaced("message.refused-part", part, file + ": " + reason);
        Notice notice = Notice.of(file, reason);
        // Dots before the last would be taken for a second extension.
        String stem = notice.name()
                .substring(0, notice.name().length() - ".txt".length())
                .replace('.', '_');
        return new NoticeFile(
                CleanName.of(stem + ".txt", Set.of(), Optional.empty()).name(), notice.content());
    }
}

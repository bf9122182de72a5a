package jp.kiyome.approval.server;

import java.util.Optional;
import jp.kiyome.approval.notice.MailSettings;
import jp.kiyome.approval.request.ApprovalRules;

/**
 * How an organisation decides on requests, and who is told.
 *
 * @param mail empty where nobody is told by mail
 */
public record OfficeSettings(ApprovalRules rules, Optional<MailSettings> mail) {

    /** Whoever may decide does, and looks into their list. */
    public static OfficeSettings usual() {
        return new OfficeSettings(ApprovalRules.usual(), Optional.empty());
    }
}

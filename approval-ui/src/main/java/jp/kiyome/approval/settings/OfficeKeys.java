package jp.kiyome.approval.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.approval.chain.Approver;
import jp.kiyome.approval.chain.Chain;
import jp.kiyome.approval.chain.ChainStep;
import jp.kiyome.approval.chain.Patience;
import jp.kiyome.approval.notice.MailSettings;
import jp.kiyome.approval.request.ApprovalRules;
import jp.kiyome.approval.request.Wanted;
import jp.kiyome.approval.server.OfficeSettings;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.core.text.Language;
import jp.kiyome.quarantine.item.Group;

/** What the file says of approvals and of mails about them. Stateless. */
final class OfficeKeys {

    private static final List<String> CHAIN =
            List.of("of", "wanted", "deadline-hours", "remind-hours", "at-end", "steps");
    private static final int YEAR = 24 * 366;
    private static final int REMIND = 24;
    private static final int AN_HOUR = 30;

    private OfficeKeys() {}

    /** Empty where nothing is said of either. */
    static Optional<OfficeSettings> read(Keys keys) {
        Optional<PolicyEntry> chains = keys.get("approvals");
        Optional<PolicyEntry> mail = keys.get("mail");
        if (chains.isEmpty() && mail.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OfficeSettings(
                chains.map(OfficeKeys::rules).orElseGet(ApprovalRules::usual), mail.flatMap(OfficeKeys::mail)));
    }

    private static ApprovalRules rules(PolicyEntry entry) {
        List<ApprovalRules.Row> rows = new ArrayList<>();
        for (PolicyEntry item : entry.items()) {
            row(item).ifPresent(rows::add);
        }
        return new ApprovalRules(rows);
    }

    private static Optional<ApprovalRules.Row> row(PolicyEntry entry) {
        Keys keys = new Keys(entry, CHAIN);
        Optional<Group> group = keys.one("of", RoleKeys::group, SettingFault.NOT_A_GROUP);
        Optional<Wanted> wanted =
                switch (keys.word("wanted", List.of("both", "sanitized", "original"))) {
                    case "sanitized" -> Optional.of(Wanted.SANITIZED);
                    case "original" -> Optional.of(Wanted.ORIGINAL);
                    default -> Optional.empty();
                };
        Optional<PolicyEntry> listed = keys.needed("steps");
        List<ChainStep> steps = new ArrayList<>();
        for (PolicyEntry item : listed.map(PolicyEntry::items).orElse(List.of())) {
            step(item).ifPresent(steps::add);
        }
        Optional<Patience> patience = patience(entry, keys);
        if (listed.isEmpty()) {
            return Optional.empty();
        }
        if (steps.isEmpty() || steps.size() > Chain.MOST) {
            listed.get().wrong(SettingFault.STEPS.text(Chain.MOST));
            return Optional.empty();
        }
        return Optional.of(new ApprovalRules.Row(group, wanted, new Chain(steps, patience)));
    }

    /** {@code any: […]} or {@code all: […]}. */
    private static Optional<ChainStep> step(PolicyEntry entry) {
        Keys keys = new Keys(entry, List.of("any", "all"));
        Optional<PolicyEntry> any = keys.get("any");
        Optional<PolicyEntry> all = keys.get("all");
        if (any.isPresent() == all.isPresent()) {
            entry.wrong(SettingFault.ANY_OR_ALL.text());
            return Optional.empty();
        }
        PolicyEntry listed = any.or(() -> all).orElseThrow();
        List<Approver> approvers = new ArrayList<>();
        for (PolicyEntry item : listed.items()) {
            Keys.read(item, Approver::read, SettingFault.NOT_AN_APPROVER).ifPresent(approvers::add);
        }
        if (approvers.isEmpty() || approvers.size() > Chain.MOST) {
            listed.wrong(SettingFault.STEPS.text(Chain.MOST));
            return Optional.empty();
        }
        return Optional.of(new ChainStep(any.isPresent() ? ChainStep.Need.ANY : ChainStep.Need.ALL, approvers));
    }

    private static Optional<Patience> patience(PolicyEntry entry, Keys keys) {
        boolean lapses = keys.word("at-end", List.of("stays", "lapses")).equals("lapses");
        if (keys.get("deadline-hours").isEmpty()) {
            if (keys.get("remind-hours").isPresent() || lapses) {
                entry.wrong(SettingFault.NO_DEADLINE.text());
            }
            return Optional.empty();
        }
        int hours = keys.count("deadline-hours", YEAR, YEAR);
        int before = keys.count("remind-hours", Math.max(1, Math.min(REMIND, hours / 2)), YEAR);
        if (before >= hours && (hours > 1 || keys.get("remind-hours").isPresent())) {
            entry.wrong(SettingFault.NO_DEADLINE.text());
            return Optional.empty();
        }
        return Optional.of(new Patience(
                Duration.ofHours(hours),
                hours == 1 ? Duration.ofMinutes(30) : Duration.ofHours(before),
                lapses ? Patience.End.LAPSES : Patience.End.STAYS));
    }

    private static Optional<MailSettings> mail(PolicyEntry entry) {
        Keys keys = new Keys(entry, List.of("from", "language", "an-hour"));
        Optional<String> from = keys.neededOne(
                "from", text -> Optional.of(text).filter(MailSettings::isAddress), SettingFault.NOT_A_MAIL_ADDRESS);
        Language language =
                keys.word("language", List.of("ja", "en")).equals("en") ? Language.ENGLISH : Language.JAPANESE;
        int anHour = keys.count("an-hour", AN_HOUR, 10_000);
        return from.map(address -> new MailSettings(address, language, anHour));
    }
}

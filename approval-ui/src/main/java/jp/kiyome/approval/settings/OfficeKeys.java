package jp.kiyome.approval.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    private static final List<String> CHAIN = Stream.concat(Stream.of("of", "wanted", "steps"), SpanKeys.KEYS.stream())
            .toList();
    private static final int AN_HOUR = 30;

    private OfficeKeys() {}

    /** Empty where nothing is said of either. */
    static Optional<OfficeSettings> read(Keys keys) {
        Optional<PolicyEntry> chains = keys.get("approvals");
        Optional<PolicyEntry> mail = keys.get("mail");
        Set<LocalDate> closed = SpanKeys.closed(keys);
        if (chains.isEmpty() && mail.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OfficeSettings(
                chains.map(entry -> rules(entry, closed)).orElseGet(ApprovalRules::usual),
                mail.flatMap(OfficeKeys::mail)));
    }

    private static ApprovalRules rules(PolicyEntry entry, Set<LocalDate> closed) {
        List<ApprovalRules.Row> rows = new ArrayList<>();
        for (PolicyEntry item : entry.items()) {
            row(item, closed).ifPresent(rows::add);
        }
        return new ApprovalRules(rows);
    }

    private static Optional<ApprovalRules.Row> row(PolicyEntry entry, Set<LocalDate> closed) {
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
        Optional<Patience> patience = SpanKeys.read(entry, keys, closed);
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

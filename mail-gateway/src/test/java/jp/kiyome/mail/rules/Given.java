package jp.kiyome.mail.rules;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.PolicyLayer;
import jp.kiyome.core.policy.PolicyVocabulary;
import jp.kiyome.core.policy.file.PolicyFile;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.text.Excerpt;
import jp.kiyome.core.type.FileType;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.address.Network;
import jp.kiyome.mail.authentication.dkim.DkimOutcome;
import jp.kiyome.mail.authentication.dkim.DkimReason;
import jp.kiyome.mail.authentication.dkim.DkimResult;
import jp.kiyome.mail.authentication.dmarc.DmarcOutcome;
import jp.kiyome.mail.authentication.dmarc.DmarcResult;
import jp.kiyome.mail.authentication.results.Results;
import jp.kiyome.mail.authentication.spf.SpfOutcome;
import jp.kiyome.mail.authentication.spf.SpfResult;

/** A mail of which this and that is known, and rules for it. */
public final class Given {

    private Optional<Mailbox> sender = Mailbox.read("taro@sender.example");
    private List<Mailbox> recipients = List.of(mailbox("x@a.example"));
    private Optional<InetAddress> client = Network.literal("192.0.2.9");
    private boolean outbound;
    private long size = 5_000;
    private Optional<Results> authentication = Optional.empty();
    private Verdict verdict = Verdict.REBUILT;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Report> nested = new ArrayList<>();
    private Optional<Excerpt> excerpt = Optional.of(new Excerpt("件名", "本文"));
    private Set<String> sources = Set.of();

    private static Mailbox mailbox(String text) {
        return Mailbox.read(text).orElseThrow();
    }

    Given from(String address) {
        sender = address.isEmpty() ? Optional.empty() : Mailbox.read(address);
        return this;
    }

    Given to(String... addresses) {
        recipients = List.of(addresses).stream().map(Given::mailbox).toList();
        return this;
    }

    Given client(String address) {
        client = Network.literal(address);
        return this;
    }

    Given goingOut() {
        outbound = true;
        return this;
    }

    Given size(long bytes) {
        size = bytes;
        return this;
    }

    Given says(String title, String text) {
        excerpt = Optional.of(Excerpt.of(title, text, List.of(), false));
        return this;
    }

    Given untold() {
        excerpt = Optional.empty();
        return this;
    }

    Given ended(Verdict how) {
        verdict = how;
        return this;
    }

    Given asked(String... names) {
        sources = Set.of(names);
        return this;
    }

    Given found(String code, String detail) {
        findings.add(Finding.of(code, Action.KEPT, Location.wholeFile(), detail));
        return this;
    }

    Given authenticated(SpfOutcome spf, DkimOutcome dkim, String signer, DmarcOutcome dmarc, String from) {
        authentication = Optional.of(new Results(
                new SpfResult(spf, SpfResult.Identity.MAILFROM, "sender.example"),
                dkim == DkimOutcome.NONE
                        ? List.of()
                        : List.of(new DkimResult(dkim, DkimReason.NONE, signer, "s", "rsa-sha256", false)),
                DmarcResult.without(dmarc, from),
                Optional.empty()));
        return this;
    }

    /** A file in it, with files in that. */
    Given file(String name, String cleanName, String type, Verdict how, Report... inside) {
        nested.add(report(name, cleanName, type, how, List.of(), List.of(inside)));
        return this;
    }

    static Report report(
            String name, String cleanName, String type, Verdict how, List<Finding> findings, List<Report> inside) {
        Optional<FileType> known =
                type.isEmpty() ? Optional.empty() : Optional.of(FileType.of(type, "application/x-" + type, type));
        boolean out = how == Verdict.REBUILT;
        String code = how == Verdict.LOCKED ? "file.locked" : "type.not-supported";
        return new Report(
                Untrusted.of(name),
                Untrusted.of(cleanName),
                known,
                "",
                new Digest(name.length() * 1_000L, hash(name)),
                out ? Optional.of(new Digest(1, hash("out " + name))) : Optional.empty(),
                how,
                out ? Optional.empty() : Optional.of(Finding.of(code, Action.BLOCKED, Location.wholeFile())),
                findings,
                inside,
                "policy",
                "1",
                Instant.EPOCH,
                Duration.ZERO);
    }

    static String hash(String name) {
        String hex = java.util.HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
        return (hex + "0".repeat(64)).substring(0, 64);
    }

    Facts facts() {
        return new Facts(
                sender,
                recipients,
                client,
                outbound,
                size,
                authentication,
                report("mail.eml", "mail.eml", "eml", verdict, findings, nested),
                excerpt,
                sources);
    }

    /** Whether one condition holds of it. */
    Holds holds(String condition) {
        RuleSet rules = rules("version: 1\nmail-rules: {rules: {r: {when: " + condition + ", do: hold}}}\n");
        return rules.rules().getFirst().when().judge(facts()).holds();
    }

    Decision decided(String rules) {
        return rules("version: 1\nmail-rules:\n" + rules.indent(2)).judge(facts());
    }

    /** What stands in policy files, the upper level first. */
    public static RuleSet rules(String... files) {
        return new MailRulesSection().in(layer(files)).resolve();
    }

    static PolicyLayer layer(String... files) {
        PolicyFile form = new PolicyFile(vocabulary(), List.of(new MailRulesSection()));
        PolicyLayer layer = PolicyLayer.empty();
        for (String file : files) {
            layer = form.read(file.getBytes(StandardCharsets.UTF_8), layer);
        }
        return layer;
    }

    static PolicyVocabulary vocabulary() {
        return PolicyVocabulary.of(List.of(), Set.of(), List.of());
    }
}

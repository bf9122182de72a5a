package jp.kiyome.app.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import jp.kiyome.approval.intake.LockedMails;
import jp.kiyome.approval.intake.Works;
import jp.kiyome.approval.job.Treatments;
import jp.kiyome.approval.policy.PolicyDesk;
import jp.kiyome.approval.policy.PolicyVersion;
import jp.kiyome.approval.policy.PolicyVersions;
import jp.kiyome.core.engine.Version;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.jail.pool.JailedSanitizer;
import jp.kiyome.core.jail.pool.WorkerPool;
import jp.kiyome.core.policy.file.PolicyInvalid;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.work.Treatment;
import jp.kiyome.quarantine.store.Store;

/**
 * How the web application works on an organisation's files: by the files of policy with what was last applied over them. That is looked
 * up for each file, so whoever applies one is obeyed at once, by every process of the store. Threads share it.
 */
final class WebWorks implements Treatments, AutoCloseable {

    private static final int TRIES = 3;
    private static final Duration KEEP = Duration.ofDays(90);

    private final WebPolicies policies;
    private final PolicyDesk desk;
    private final WorkerPool pool;
    private final Workshop workshop;
    private final Papers papers;
    private final Optional<LockedMails> mails;
    private final ConcurrentMap<Held, Kept> kept = new ConcurrentHashMap<>();

    /** What held, of whom. */
    private record Held(Organisation organisation, int version) {}

    /** Everything that works by one policy. */
    private record Kept(Workshop.Chosen chosen, Sources sources, JailedSanitizer jailed) {}

    WebWorks(
            WebPolicies policies,
            Store store,
            WorkerPool pool,
            Workshop workshop,
            Papers papers,
            Optional<LockedMails> mails) {
        this.policies = policies;
        this.desk = new PolicyDesk(policies, new PolicyVersions(store.ledger()));
        this.pool = pool;
        this.workshop = workshop;
        this.papers = papers;
        this.mails = mails;
    }

    /**
     * By what holds now.
     *
     * @throws jp.kiyome.core.policy.file.PolicyInvalid when what was applied does not stand under the files any more
     */
    Works works(Organisation organisation) {
        Kept now = now(organisation);
        return new Works(now.sources().around(now.jailed()), papers.report(), papers.receipt(), mails);
    }

    /** Who is asked about files of an organisation; nobody while its policy cannot be used. */
    List<Sources> sources(Organisation organisation) {
        try {
            return List.of(now(organisation).sources());
        } catch (PolicyInvalid invalid) {
            return List.of();
        }
    }

    private Kept now(Organisation organisation) {
        Optional<PolicyVersion> version = desk.versions().current(organisation);
        Held held = new Held(organisation, version.map(PolicyVersion::number).orElse(0));
        return kept.computeIfAbsent(held, any -> keep(chosen(organisation, version.map(PolicyVersion::text))));
    }

    private Workshop.Chosen chosen(Organisation organisation, Optional<Untrusted> text) {
        return policies.chosen(text.isPresent() ? desk.layer(organisation, text.get()) : desk.files(organisation));
    }

    private Kept keep(Workshop.Chosen chosen) {
        return new Kept(
                chosen,
                Sources.of(chosen),
                new JailedSanitizer(pool, workshop.registry(), workshop::catalogue, chosen.policy()));
    }

    @Override
    public Opened open(Organisation organisation, Untrusted policy) {
        return policy.isEmpty()
                ? opened(now(organisation), () -> {})
                : tried(keep(chosen(organisation, Optional.of(policy))));
    }

    private Opened tried(Kept one) {
        return opened(one, one.sources()::close);
    }

    private Opened opened(Kept one, Runnable end) {
        Treatment treatment = new Treatment(
                one.jailed(),
                one.sources().consultation(InstantSource.system()),
                Version.CURRENT,
                one.chosen().policy().hash(),
                one.chosen().policy().limits().inputBytes(),
                TRIES,
                List.of(),
                KEEP,
                papers.report(),
                papers.receipt());
        return new Opened() {
            @Override
            public Treatment treatment() {
                return treatment;
            }

            @Override
            public void close() {
                end.run();
            }
        };
    }

    @Override
    public void close() {
        kept.values().forEach(one -> one.sources().close());
    }
}

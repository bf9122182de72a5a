package jp.kiyome.app.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.jail.pool.JailUnavailable;
import jp.kiyome.core.jail.pool.JailedSanitizer;
import jp.kiyome.core.jail.pool.PoolSettings;
import jp.kiyome.core.jail.pool.WorkerPool;
import jp.kiyome.core.jail.sandbox.Missing;
import jp.kiyome.core.jail.sandbox.WorkerSpec;
import jp.kiyome.core.policy.JailRule;
import jp.kiyome.core.policy.Policy;

/** Where the files of one call are parsed: by workers in a jail, or in this process. */
final class Enclosure implements AutoCloseable {

    private final Voice voice;
    private final Optional<WorkerSpec> spec;
    private final Optional<JailRule> asked;
    private final int filesAtATime;
    private Optional<WorkerPool> pool = Optional.empty();
    private boolean told;

    private Enclosure(Voice voice, Optional<WorkerSpec> spec, Optional<JailRule> asked, int filesAtATime) {
        this.voice = voice;
        this.spec = spec;
        this.asked = asked;
        this.filesAtATime = filesAtATime;
    }

    /**
     * Begins: where no policy can say otherwise the first worker starts now, while everything else is still being read.
     *
     * @param spec of workers; empty where there are none
     */
    static Enclosure open(Call call, Optional<WorkerSpec> spec, int filesAtATime) {
        Optional<JailRule> asked = call.word("--jail").map(Enclosure::rule);
        Enclosure enclosure = new Enclosure(call.voice(), spec, asked, filesAtATime);
        if (call.word("--policy").isEmpty()) {
            enclosure.start(enclosure.rule(Optional.empty()));
        }
        return enclosure;
    }

    /** One that begins when the policies are known. */
    static Enclosure waiting(Call call, Optional<WorkerSpec> spec, int filesAtATime) {
        return new Enclosure(call.voice(), spec, call.word("--jail").map(Enclosure::rule), filesAtATime);
    }

    static JailRule rule(String word) {
        List<String> words = new ArrayList<>();
        for (JailRule rule : JailRule.values()) {
            if (rule.word().equals(word)) {
                return rule;
            }
            words.add(rule.word());
        }
        throw new Usage(Say.NOT_A_JAIL, Voice.shown(word), String.join(", ", words));
    }

    /** Of what the command line and the policy say, the stricter. */
    private JailRule rule(Optional<JailRule> ofPolicy) {
        if (asked.isPresent() && ofPolicy.isPresent()) {
            return asked.get().compareTo(ofPolicy.get()) < 0 ? asked.get() : ofPolicy.get();
        }
        return asked.or(() -> ofPolicy).orElse(JailRule.BEST_EFFORT);
    }

    /** Of what several policies say, the strictest: one that says nothing has not given up the walls. Empty where none says anything. */
    Optional<JailRule> strictest(List<Optional<JailRule>> ofPolicies) {
        JailRule otherwise = asked.orElse(JailRule.BEST_EFFORT);
        return ofPolicies.stream().allMatch(Optional::isEmpty)
                ? Optional.empty()
                : ofPolicies.stream().map(said -> said.orElse(otherwise)).min(Comparator.naturalOrder());
    }

    private void start(JailRule rule) {
        if (rule == JailRule.REQUIRED && spec.isEmpty()) {
            throw new IllegalStateException("no workers, but a jail is required");
        }
        if (rule != JailRule.OFF && spec.isPresent() && pool.isEmpty()) {
            PoolSettings settings = PoolSettings.of(spec.get(), rule).forBatch(filesAtATime);
            pool = Optional.of(new WorkerPool(settings).begin());
        }
    }

    /**
     * What files are given to. Tells once what is missing of the jail.
     *
     * @param ofPolicy what a policy says of the jail
     * @param files how many there are
     * @throws JailUnavailable when it is required and not whole
     */
    Sanitizer sanitizer(Workshop workshop, Policy policy, Optional<JailRule> ofPolicy, int files) {
        start(rule(ofPolicy));
        if (pool.isEmpty()) {
            return workshop.engine(policy);
        }
        // While the first worker starts this process reads what it needs itself; the others would only be in its way.
        Sanitizer jailed = new JailedSanitizer(pool.get(), workshop.registry(), workshop::catalogue, policy);
        pool.get().warm(files);
        if (files > 0 && !told) {
            told = true;
            pool.get().awaitWorker();
            for (Missing missing : pool.get().missing()) {
                voice.complain(Say.JAIL_GAP, missing.text().in(voice.language()));
            }
        }
        return jailed;
    }

    @Override
    public void close() {
        pool.ifPresent(WorkerPool::close);
    }
}

package jp.kiyome.core.jail.pool;

import java.time.Duration;
import java.util.*;
import jp.kiyome.core.content.*;
import jp.kiyome.core.engine.*;
import jp.kiyome.core.finding.*;
import jp.kiyome.core.jail.sandbox.*;
import jp.kiyome.core.limit.*;
import jp.kiyome.core.policy.*;

class JailTry {
    public static void main(String[] a) throws Exception {
        JailRule rule = JailRule.valueOf(a[0]);
        Policy p = Policy.of(Set.of(), Set.of(), Map.of(), Limits.defaults().with(Map.of(LimitName.TIME, 2000L)));
        WorkerSpec spec = WorkerSpec.likeThisProcess("jp.kiyome.core.jail.worker.WorkerMain")
                .withHeap(128 << 20);
        long t0 = System.nanoTime();
        try (WorkerPool pool = new WorkerPool(PoolSettings.of(spec, rule).withGrace(Duration.ofMillis(500))).warm(1)) {
            var s = new JailedSanitizer(pool, Registry.ofClassPath(), FindingCatalogue::ofClassPath, p);
            for (int i = 1; i < a.length; i++) {
                long t = System.nanoTime();
                try (Workspace w = Workspace.inTempDirectory()) {
                    var o = s.sanitize(Job.of(
                            "x.mock", HeapContent.of(("MOCK\n" + a[i].replace('|', '\n') + "\n").getBytes()), w));
                    System.out.println(a[i] + " => " + o.report().verdict() + " "
                            + o.report()
                                    .reason()
                                    .map(r -> r.kind() + ": " + r.detail())
                                    .orElse("") + " " + (System.nanoTime() - t) / 1000 + "us " + pool.figures() + " "
                            + pool.missing());
                }
            }
        }
        System.out.println("closed " + (System.nanoTime() - t0) / 1000000);
    }
}

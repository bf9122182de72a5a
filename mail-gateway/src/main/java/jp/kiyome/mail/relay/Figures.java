package jp.kiyome.mail.relay;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;

/** Counts what passes. Threads share it. */
public final class Figures {

    private final LongAdder mails = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder deferred = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder held = new LongAdder();
    private final LongAdder nextHopErrors = new LongAdder();
    private final LongAdder rebuildNanos = new LongAdder();
    private final LongAdder deliverNanos = new LongAdder();
    private final ConcurrentMap<String, LongAdder> findings = new ConcurrentHashMap<>();
    private final ConcurrentMap<Verdict, LongAdder> verdicts = new ConcurrentHashMap<>();

    public long mails() {
        return mails.sum();
    }

    public long bytes() {
        return bytes.sum();
    }

    public long accepted() {
        return accepted.sum();
    }

    public long deferred() {
        return deferred.sum();
    }

    public long refused() {
        return refused.sum();
    }

    public long held() {
        return held.sum();
    }

    public long nextHopErrors() {
        return nextHopErrors.sum();
    }

    public double rebuildSeconds() {
        return rebuildNanos.sum() / 1e9;
    }

    public double deliverSeconds() {
        return deliverNanos.sum() / 1e9;
    }

    /** Findings so far by their codes, which are our own words; what scanners said is among them. */
    public Map<String, Long> findings() {
        Map<String, Long> all = new TreeMap<>();
        findings.forEach((code, count) -> all.put(code, count.sum()));
        return all;
    }

    /** How often there was a finding of a code. */
    public long findings(String code) {
        return findings.getOrDefault(code, new LongAdder()).sum();
    }

    /** How many mails ended so, each for each of the ways it takes. */
    public long verdicts(Verdict verdict) {
        return verdicts.getOrDefault(verdict, new LongAdder()).sum();
    }

    void came(long size) {
        mails.increment();
        bytes.add(size);
    }

    void answered(int code) {
        (code < 400 ? accepted : code < 500 ? deferred : refused).increment();
    }

    void wasHeld() {
        held.increment();
    }

    void nextHopFailed() {
        nextHopErrors.increment();
    }

    void rebuilt(Report report, long nanos) {
        rebuildNanos.add(nanos);
        verdicts.computeIfAbsent(report.verdict(), none -> new LongAdder()).increment();
        count(report);
    }

    private void count(Report report) {
        report.reason().ifPresent(this::count);
        report.findings().forEach(this::count);
        report.nested().forEach(this::count);
    }

    private void count(Finding finding) {
        findings.computeIfAbsent(finding.kind().code(), none -> new LongAdder()).add(finding.count());
    }

    void handedOver(long nanos) {
        deliverNanos.add(nanos);
    }
}

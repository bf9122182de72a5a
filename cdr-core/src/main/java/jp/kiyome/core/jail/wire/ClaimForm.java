package jp.kiyome.core.jail.wire;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Ending;
import jp.kiyome.core.report.Verdict;

/** How claims stand in a frame. One instance a frame: it counts the files. */
final class ClaimForm {

    private static final Pattern SHA256 = Pattern.compile("([0-9a-f]{64})?");

    private int files;
    private int findings;

    /** @throws FrameTooLarge for more than the other side takes */
    void write(Claim claim, FrameWriter out) {
        findings += claim.findings().size();
        if (++files > WireLimits.FILES || findings > WireLimits.FINDINGS_IN_ALL) {
            throw new FrameTooLarge();
        }
        out.text(named(claim.name()));
        out.text(named(claim.outputName()));
        out.text(claim.typeId());
        out.text(claim.witness());
        write(claim.input(), out);
        out.optional(claim.output(), digest -> write(digest, out));
        out.word(claim.verdict());
        out.optional(claim.reason(), finding -> write(finding, out));
        out.list(claim.findings(), finding -> write(finding, out));
        out.list(claim.nested(), nested -> write(nested, out));
        out.number(claim.tookNanos());
    }

    Claim read(FrameReader in, int depth) throws MalformedFrame {
        if (depth > WireLimits.DEPTH || ++files > WireLimits.FILES) {
            throw new MalformedFrame("files inside files without end");
        }
        return new Claim(
                Untrusted.of(in.text(WireLimits.NAME)),
                Untrusted.of(in.text(WireLimits.NAME)),
                in.text(WireLimits.SHORT),
                in.text(WireLimits.SHORT),
                digest(in),
                in.optional(() -> digest(in)),
                in.word(Verdict.values()),
                in.optional(() -> finding(in)),
                in.list(WireLimits.FINDINGS, () -> counted(in)),
                in.list(WireLimits.FILES, () -> read(in, depth + 1)),
                in.number());
    }

    private Finding counted(FrameReader in) throws MalformedFrame {
        if (++findings > WireLimits.FINDINGS_IN_ALL) {
            throw new MalformedFrame("findings without end");
        }
        return finding(in);
    }

    static void write(Optional<Ending> fault, FrameWriter out) {
        out.optional(fault, ending -> {
            out.word(ending.verdict());
            write(ending.reason(), out);
        });
    }

    static Optional<Ending> fault(FrameReader in) throws MalformedFrame {
        return in.optional(() -> {
            Verdict verdict = in.word(Verdict.values());
            if (verdict == Verdict.REBUILT) {
                throw new MalformedFrame("a fault that is none");
            }
            return new Ending(verdict, finding(in));
        });
    }

    private static String named(Untrusted name) {
        String text = name.unescaped();
        return text.length() <= WireLimits.NAME ? text : text.substring(0, WireLimits.NAME);
    }

    private static void write(Digest digest, FrameWriter out) {
        out.number(digest.size());
        out.text(digest.sha256());
    }

    private static Digest digest(FrameReader in) throws MalformedFrame {
        long size = in.number();
        String sha256 = in.text(64);
        if (!SHA256.matcher(sha256).matches()) {
            throw new MalformedFrame("not a hash");
        }
        return new Digest(size, sha256);
    }

    private static void write(Finding finding, FrameWriter out) {
        out.text(finding.kind().code());
        out.word(finding.action());
        out.shortened(finding.where().part().unescaped());
        out.shortened(finding.where().place().unescaped());
        out.shortened(finding.detail().unescaped());
        out.number(finding.count());
    }

    private static Finding finding(FrameReader in) throws MalformedFrame {
        try {
            return new Finding(
                    FindingKind.of(in.text(WireLimits.SHORT)),
                    in.word(Action.values()),
                    new Location(detail(in), detail(in)),
                    detail(in),
                    in.number());
        } catch (IllegalArgumentException e) {
            throw new MalformedFrame("not a finding");
        }
    }

    private static Untrusted detail(FrameReader in) throws MalformedFrame {
        return Untrusted.of(in.text(WireLimits.DETAIL));
    }
}

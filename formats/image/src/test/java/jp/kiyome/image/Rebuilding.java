package jp.kiyome.image;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Findings;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.Bytes;

/** Puts one picture through the handler as the engine would, and keeps what came of it. */
final class Rebuilding {

    /** What a rebuild gave. */
    record Result(Bytes output, List<Finding> findings) {

        byte[] bytes() {
            return output.toArray();
        }

        List<String> codes() {
            return findings.stream()
                    .map(finding -> finding.kind().code())
                    .distinct()
                    .toList();
        }
    }

    private static final ImageHandler HANDLER = new ImageHandler();

    private Rebuilding() {}

    /** Rebuilds and verifies; throws as the handler does. */
    static Result rebuild(byte[] input) {
        return rebuild(input, Policy.defaults());
    }

    /** The same under the policy {@code image.noise: on}. */
    static Result withNoise(byte[] input) {
        return rebuild(input, Policy.of(Set.of(), Map.of(), Map.of("image.noise", "on"), Limits.defaults()));
    }

    /** The same under a policy. */
    static Result rebuild(byte[] input, Policy policy) {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Content content = HeapContent.of(input);
            Budget budget = new Budget(Limits.defaults(), input.length);
            var type = HANDLER.recognize(content, budget).orElseThrow();
            Sink out = workspace.sink();
            Findings findings = new Findings();
            HANDLER.rebuild(type, content, out, new TestSession(policy, workspace, budget, findings, false));
            Content output = out.finish();
            HANDLER.verify(
                    type,
                    output,
                    new TestSession(policy, workspace, budget.again(output.size()), new Findings(), true));
            byte[] bytes = new byte[(int) output.size()];
            output.copy(0, bytes, 0, bytes.length);
            return new Result(Bytes.of(bytes), findings.all());
        }
    }

    private record TestSession(Policy policy, Workspace workspace, Budget budget, Findings findings, boolean verifying)
            implements Session {

        @Override
        public void found(Finding finding) {
            if (verifying) {
                throw new OutputNotClean("found in the output: " + finding);
            }
            findings.add(finding);
        }

        @Override
        public Nested child(String name, Content content, Set<String> expected) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Sink scratch() {
            return workspace.sink();
        }

        @Override
        public List<String> passwords() {
            return List.of();
        }
    }
}

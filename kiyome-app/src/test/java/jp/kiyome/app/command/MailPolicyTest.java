package jp.kiyome.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for mail on its way where policies say nothing of it. */
class MailPolicyTest {

    @TempDir
    Path folder;

    private final Workshop workshop = new Workshop(Registry::ofClassPath, Optional.empty());

    private String html(Policy policy) {
        return policy.choice(workshop.registry().options().stream()
                .filter(option -> option.key().equals("message.html"))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void htmlBecomesTextInMailButNotInFiles() throws Exception {
        assertThat(html(workshop.mailPolicy(List.of()).policy())).isEqualTo("text");
        assertThat(html(workshop.policy(List.of()).policy())).isEqualTo("keep");
        assertThat(workshop.mailPolicy(List.of()).policy().hash())
                .isNotEqualTo(workshop.policy(List.of()).policy().hash());
    }

    @Test
    void whatTheSystemsPolicySaysHolds() throws Exception {
        Path system = folder.resolve("system.yaml");
        Files.writeString(system, "version: 1\noptions: {message.html: keep}\n");
        assertThat(html(workshop.mailPolicy(List.of(system)).policy())).isEqualTo("keep");
        Path silent = folder.resolve("silent.yaml");
        Files.writeString(silent, "version: 1\nlimits: {time: 60s}\n");
        assertThat(html(workshop.mailPolicy(List.of(silent)).policy())).isEqualTo("text");
    }
}

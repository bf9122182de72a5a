package jp.kiyome.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jp.kiyome.core.audit.CatalogueAudit;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.limit.LimitName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingCatalogueTest {

    private static final String HEADER = "code\tseverity\tJapanese\tEnglish\n";

    @TempDir
    Path directory;

    private URL table(String name, String rows) throws IOException {
        return Files.writeString(directory.resolve(name), HEADER + rows).toUri().toURL();
    }

    @Test
    void everyCodeThatTheCoreUsesHasItsTexts() {
        CatalogueAudit audit = new CatalogueAudit(FindingCatalogue.ofClassPath(), Set.of());
        assertThat(audit.faults(Engine.class)).isEmpty();
    }

    @Test
    void everyLimitHasItsTexts() {
        for (LimitName name : LimitName.values()) {
            if (name == LimitName.RATIO_GRACE || name == LimitName.PASSWORD_HINTS) {
                continue; // never reached: one says from where the ratio counts, the other how many words are taken
            }
            assertThat(FindingCatalogue.ofClassPath().codes()).contains("limit." + name.word());
        }
    }

    @Test
    void aTextThatLacksALanguageIsRefused() throws IOException {
        URL table = table("a.tsv", "a.b\tNOTE\t日本語\t \n");
        assertThatThrownBy(() -> FindingCatalogue.of(List.of(table))).hasMessageContaining(":2:");
    }

    @Test
    void aSeverityThatIsNoneIsRefused() throws IOException {
        URL table = table("a.tsv", "a.b\tGRAVE\t日本語\tEnglish\n");
        assertThatThrownBy(() -> FindingCatalogue.of(List.of(table))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCodeThatTwoModulesOwnIsRefused() throws IOException {
        URL one = table("a.tsv", "a.b\tNOTE\t日本語\tEnglish\n");
        URL two = table("b.tsv", "a.b\tNOTE\t日本語\tEnglish\n");
        assertThatThrownBy(() -> FindingCatalogue.of(List.of(one, two))).hasMessageContaining("a.b");
    }

    @Test
    void aKindWithoutTextsCountsAsTheGravest() {
        assertThat(FindingCatalogue.ofClassPath().severity(FindingKind.of("no.such")))
                .isEqualTo(Severity.ACTIVE);
    }
}

package jp.kiyome.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import org.junit.jupiter.api.Test;

/** The audit is run over these test classes, which use codes that no catalogue has. */
class CatalogueAuditTest {

    static Finding ofUnknownArea(String part) {
        return Finding.of("no-such-area.name", Action.REMOVED, Location.ofPart(part));
    }

    static Refusal refusalOfUnknownArea() {
        return Refusal.of("another-unknown.name", "detail");
    }

    static String ofKnownAreaHandedOn() {
        return "type.no-such-name";
    }

    static Finding known() {
        return Finding.of("type.name", Action.CHANGED, Location.wholeFile(), "some.detail");
    }

    @Test
    void codesOutsideTheCatalogueAreFound() {
        CatalogueAudit audit = new CatalogueAudit(FindingCatalogue.ofClassPath(), Set.of());
        assertThat(audit.faults(CatalogueAuditTest.class))
                .anyMatch(fault -> fault.endsWith("no-such-area.name"))
                .anyMatch(fault -> fault.endsWith("another-unknown.name"))
                .anyMatch(fault -> fault.endsWith("type.no-such-name"))
                .anyMatch(fault -> fault.equals("sample.allow:3: no-such-area.dropped"))
                .noneMatch(fault -> fault.endsWith("commented.out"))
                .noneMatch(fault -> fault.endsWith(": type.name"))
                .noneMatch(fault -> fault.endsWith("some.detail"));
    }
}

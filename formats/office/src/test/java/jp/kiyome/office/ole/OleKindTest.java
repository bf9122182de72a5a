package jp.kiyome.office.ole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OleKindTest {

    @ParameterizedTest
    @ValueSource(strings = {"xls", "doc", "ppt"})
    void whatNobodyNamedGoes(String kind) {
        assertThat(OleKind.named(kind).fate("Anything")).isEqualTo(new OleKind.Fate.Drop("ole.unknown-entry"));
    }

    @Test
    void caseAndTheRestOfANameDoNotCount() {
        OleKind xls = OleKind.named("xls");
        assertThat(xls.fate("WORKBOOK")).isEqualTo(new OleKind.Fate.Keep());
        assertThat(xls.fate("mbd0001a2b3")).isEqualTo(new OleKind.Fate.Drop("active.ole-object"));
        assertThat(xls.fate("\u0001CompObj")).isEqualTo(new OleKind.Fate.Write());
    }
}

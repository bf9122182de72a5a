package jp.kiyome.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActingNamesTest {

    private static final ActingNames NAMES = ActingNames.load();

    /** A CAD program loads these from the folder of the drawing that it opens, or offers to. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "acad.lsp", "ACADDOC.LSP", "acad2026.lsp", "acad.rx", "start.rx", "acad.fas", "plan.vlx", "tool.arx",
                        "tool.dbx", "tool.crx",
                "acad.mnl", "acad.cuix", "acad.cui", "menu.mnu", "acad.dvb", "plot.scr", "on_doc_load.lsp", "tool.brx",
                        "tool.grx", "tool.zrx",
                "tool.dll", "acad.pgp", "lisp.des", "lisp.zelx", "macro.actm"
            })
    void whatACadProgramLoadsByItsNameActs(String name) {
        assertThat(NAMES.find(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.dwg", "plan.dxf", "plan.jww", "plan.sfc", "txt.shx", "acad.pdf", "acad.txt"})
    void drawingsAndTheirFontsDoNot(String name) {
        assertThat(NAMES.find(name)).isEmpty();
    }
}

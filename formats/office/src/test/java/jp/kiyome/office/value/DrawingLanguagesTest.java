package jp.kiyome.office.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingLanguagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "val 16667",
                "*/ h adj1 100000",
                "+- r 0 x1",
                "+/ a b c",
                "?: x1 3cd4 -5400000",
                "pin 0 adj 50000",
                "at2 wd2 hd2",
                "sqrt n",
                "cat2 w h 60000",
                "val G0"
            })
    void guidesOfDrawingsStay(String formula) {
        assertThat(GuideFormula.canonical(formula)).contains(formula);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "val",
                "val 1 2",
                "*/ 1 2",
                "exec a",
                "VAL 1",
                "val a;b",
                "val 1.5",
                "val -",
                "val ../x",
                "val １",
                "val a(b)"
            })
    void otherTextIsNoGuide(String formula) {
        assertThat(GuideFormula.canonical(formula)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if lineDrawn pixelLineWidth 0",
                "sum @0 1 0",
                "prod @3 21600 pixelWidth",
                "val #0",
                "sum 21600 0 #1",
                "mid #0 width",
                "sumangle 0 180 0",
                "sqrt @12",
                "cosatan2 10800 @1 @2",
                "prod #0 .5 1"
            })
    void formulasOfVmlStay(String formula) {
        assertThat(VmlFormula.canonical(formula)).contains(formula);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "val",
                "val @",
                "sum 1 2 3 4",
                "exec 1",
                "val http",
                "val @x",
                "val #-1",
                "mid 1 2 3",
                "val 1.",
                "val 1;2"
            })
    void otherTextIsNoFormulaOfVml(String formula) {
        assertThat(VmlFormula.canonical(formula)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m@4@5l@4@11@9@11@9@5xe",
                "m,l,21600r21600,l21600,xe",
                "m10800,qx,10800,10800,21600,21600,10800,10800,xe",
                "m 0,0 l 100,-5 e",
                "al10800,10800@8@8@4@6,10800,10800,10800,10800@9@7l@30@31xe",
                "mar,,21600,21600,@0,0,0,@1l10800,10800xnfear,,21600,21600,@0,0,0,@1nsxe",
                "@0,0;@1,10800",
                "m#0,21600@0@1",
                ""
            })
    void outlinesOfVmlStay(String path) {
        assertThat(VmlPath.canonical(path)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url(x)",
                "m0,0 javascript",
                "M0,0",
                "m0,0z",
                "m<",
                "m@",
                "m#",
                "m1..2",
                "m0,0\\",
                "m1234567890123",
                "ｍ0"
            })
    void otherTextIsNoOutline(String path) {
        assertThat(VmlPath.canonical(path)).isEmpty();
    }

    @Test
    void whiteSpaceBecomesOneSpace() {
        assertThat(VmlPath.canonical(" m0,0\r\n  l5,5 ")).contains("m0,0 l5,5");
        assertThat(VmlFormula.canonical(" sum  1\t2 3 ")).contains("sum 1 2 3");
        assertThat(GuideFormula.canonical("\n+-  1 2   3")).contains("+- 1 2 3");
    }
}

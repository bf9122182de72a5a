package jp.kiyome.pdf.keep;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kiyome.pdf.Rebuilding;
import org.junit.jupiter.api.Test;

/** Files whose parts lead back to themselves come out without the part that closes the loop. */
class LoopTest {

    private static String form(int number, String resources, String content) {
        return Rebuilding.stream(number, "/Subtype/Form/BBox[0 0 9 9]/Resources" + resources, content);
    }

    private static Rebuilding cut(String file) {
        Rebuilding result = Rebuilding.of(file);
        assertThat(result.outcome()).isEqualTo("Rebuilt");
        assertThat(result.codes()).contains("pdf.loop");
        return result;
    }

    @Test
    void aFormThatDrawsItselfDrawsTheRestAlone() {
        Rebuilding result = cut(Rebuilding.page(
                "<</XObject<</A 5 0 R>>>>", "/A Do", form(5, "<</XObject<</A 5 0 R>>>>", "0 0 1 1 re f /A Do")));
        assertThat(result.text()).containsOnlyOnce("/A Do").contains("0 0 1 1 re\nf");
    }

    @Test
    void formsThatDrawEachOtherAreCutOnce() {
        Rebuilding result = cut(Rebuilding.page(
                "<</XObject<</A 5 0 R>>>>",
                "/A Do",
                form(5, "<</XObject<</B 6 0 R>>>>", "/B Do"),
                form(6, "<</XObject<</A 5 0 R>>>>", "/A Do")));
        assertThat(result.text()).containsOnlyOnce("/A Do").containsOnlyOnce("/B Do");
    }

    @Test
    void formsWithoutResourcesDrawThoseOfTheirPage() {
        cut(Rebuilding.page(
                "<</XObject<</A 5 0 R>>>>", "/A Do", Rebuilding.stream(5, "/Subtype/Form/BBox[0 0 9 9]", "/A Do")));
    }

    @Test
    void patternsGlyphsAndMasksAreFollowed() {
        cut(Rebuilding.page(
                "<</Pattern<</P 5 0 R>>>>",
                "/Pattern cs /P scn 0 0 9 9 re f",
                Rebuilding.stream(
                        5,
                        "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9"
                                + "/Resources<</Pattern<</P 5 0 R>>>>",
                        "/Pattern cs /P scn 0 0 1 1 re f")));
        cut(Rebuilding.page(
                "<</Font<</F 5 0 R>>>>",
                "BT /F 1 Tf (a) Tj ET",
                "5 0 obj<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 6 0 R>>"
                        + "/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1]"
                        + "/Resources<</Font<</F 5 0 R>>>>>>endobj",
                Rebuilding.stream(6, "", "1 0 d0 BT /F 1 Tf (a) Tj ET")));
        cut(Rebuilding.page(
                "<</ExtGState<</G 5 0 R>>>>",
                "/G gs",
                "5 0 obj<</SMask<</S/Luminosity/G 6 0 R>>>>endobj",
                form(6, "<</ExtGState<</G 5 0 R>>>>", "/G gs 0 0 1 1 re f")));
    }

    @Test
    void resourcesThatNobodyDrawsMakeNoLoop() {
        Rebuilding result = Rebuilding.of(Rebuilding.page(
                " 5 0 R", "/A Do", "5 0 obj<</XObject<</A 6 0 R>>>>endobj", form(6, " 5 0 R", "0 0 1 1 re f")));
        assertThat(result.outcome()).isEqualTo("Rebuilt");
        assertThat(result.codes()).doesNotContain("pdf.loop", "pdf.operand");
    }

    @Test
    void drawingsThatDoubleAtEachStepAreCut() {
        String[] forms = new String[40];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = form(5 + i, "<</XObject<</A " + (6 + i) + " 0 R>>>>", i < 39 ? "/A Do /A Do" : "f");
        }
        Rebuilding result = Rebuilding.of(Rebuilding.page("<</XObject<</A 5 0 R>>>>", "/A Do", forms));
        assertThat(result.outcome()).isEqualTo("Rebuilt");
        assertThat(result.codes()).contains("pdf.too-complex");
    }

    @Test
    void functionsParentsAndMasksOfThemselvesAreCut() {
        cut(Rebuilding.page(
                "<</ColorSpace<</C[/Separation/Spot/DeviceGray 5 0 R]>>>>",
                "/C cs 1 scn 0 0 9 9 re f",
                "5 0 obj<</FunctionType 3/Domain[0 1]/Functions[5 0 R]/Bounds[]/Encode[0 1]>>endobj"));
        cut(Rebuilding.page(
                "<</XObject<</I 5 0 R>>>>",
                "/I Do",
                Rebuilding.stream(
                        5,
                        "/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/SMask 5 0 R",
                        "x")));
    }

    @Test
    void nestedArraysOfLayersDoNotMultiply() {
        StringBuilder arrays = new StringBuilder();
        for (int i = 10; i < 40; i++) {
            String next = (i + 1) + " 0 R ";
            arrays.append(i).append(" 0 obj[").append(next.repeat(20)).append("]endobj\n");
        }
        Rebuilding result = Rebuilding.of(Rebuilding.page("<<>>", "f", arrays.toString())
                .replace("/Type/Catalog", "/Type/Catalog/OCProperties<</OCGs[]/D<</Order 10 0 R>>>>"));
        assertThat(result.outcome()).isEqualTo("Rebuilt");
        assertThat(result.codes()).contains("pdf.loop");
    }
}

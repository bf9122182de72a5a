package jp.kiyome.container.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lines of an allow-list do to a document. */
class AllowListRulesTest {

    private static final String RUN = "<t:run>a</t:run>";

    @Test
    void whatNobodyListedGoesWithEverythingInside() {
        Filtered filtered =
                Filtered.inside("<t:p><t:odd><t:run>b</t:run></t:odd>" + RUN + "<f:x/><t:P/></t:p><t:run/>");
        assertThat(filtered.xml()).isEqualTo("<t:p>" + RUN + "</t:p>");
        assertThat(filtered.findings())
                .containsExactly(
                        "structure.unknown-element t:CT_P/t:odd",
                        "structure.unknown-element t:CT_P/f:x",
                        "structure.unknown-element t:CT_P/t:P",
                        "structure.unknown-element t:CT_Doc/t:run");
    }

    @Test
    void whatIsListedAsDroppedGoesUnderItsOwnFinding() {
        Filtered filtered =
                Filtered.inside("<t:meta>x<t:p/></t:meta><t:p rsid='1' odd='2' t:color='red'>" + RUN + "</t:p>");
        assertThat(filtered.xml()).isEqualTo("<t:p>" + RUN + "</t:p>");
        assertThat(filtered.findings())
                .containsExactly(
                        "metadata.tag t:CT_Doc/t:meta",
                        "metadata.revision-id t:CT_P/@rsid",
                        "structure.unknown-attribute t:CT_P/@odd",
                        "structure.unknown-attribute t:CT_P/@t:color");
    }

    @Test
    void aWrapperGoesAndItsInsideStays() {
        Filtered filtered =
                Filtered.inside("<t:p><t:tag odd='1'>x<t:tag><t:run>a</t:run></t:tag><t:odd/></t:tag></t:p>");
        assertThat(filtered.xml()).isEqualTo("<t:p>" + RUN + "</t:p>");
        assertThat(filtered.findings())
                .containsExactly(
                        "structure.wrapper t:tag",
                        "structure.text t:CT_P",
                        "structure.wrapper t:tag",
                        "structure.unknown-element t:CT_P/t:odd");
    }

    @ParameterizedTest
    @CsvSource({
        "color, red, true",
        "color, 朱色, true",
        "color, Red, false",
        "color, ' red', false",
        "size, 0, true",
        "size, 100, true",
        "size, +7, true",
        "size, 101, false",
        "size, -1, false",
        "size, 1.0, false",
        "size, '', false",
        "either, red, true",
        "either, 5, true",
        "either, x, false",
        "size, ９, false",
        "t:id, abc, true",
        "t:id, 'a&#10;b', false",
        "t:id, 'a b', true",
        "t:id, 12345678901234567, false",
        "t:id, 漢字漢字漢字漢字漢字漢字漢字漢字, true",
    })
    void valuesAreJudgedByTheirRule(String attribute, String value, boolean stays) {
        Filtered filtered = Filtered.inside("<t:p " + attribute + "='" + value + "'/>");
        assertThat(filtered.xml()).isEqualTo(stays ? "<t:p " + attribute + "=\"" + value + "\"/>" : "<t:p/>");
        assertThat(filtered.findings())
                .isEqualTo(
                        stays || value.isEmpty()
                                ? List.of()
                                : List.of("structure.attribute-value t:CT_P/@" + attribute));
    }

    @Test
    void textThatIsJudgedTakesItsElementWithIt() {
        Filtered filtered = Filtered.inside("<t:p><t:val code='#1'>1<!-- -->0&#48;</t:val><t:val>101</t:val><t:val/>"
                + "<t:sizes> 1 2\n3 </t:sizes><t:val>1<t:run>2</t:run></t:val></t:p>");
        assertThat(filtered.xml())
                .isEqualTo("<t:p><t:val code=\"#1\">100</t:val><t:sizes> 1 2\n3 </t:sizes><t:val>1</t:val></t:p>");
        assertThat(filtered.findings())
                .containsExactly(
                        "xml.comment",
                        "structure.attribute-value t:CT_Val",
                        "structure.attribute-value t:CT_Val",
                        "structure.unknown-element t:CT_Val/t:run");
    }

    @Test
    void theHostsOwnRulesJudgeAndReplace() {
        Filtered filtered =
                Filtered.inside("<t:data even='AB'>ABCD</t:data><t:data even='ABC'>AB</t:data><t:data>A</t:data>");
        assertThat(filtered.xml()).isEqualTo("<t:data even=\"ab\">abcd</t:data><t:data>ab</t:data>");
        assertThat(filtered.findings()).containsExactly("active.action t:CT_Data/@even", "active.action t:CT_Data");
    }

    @Test
    void whenEveryRuleOfAUnionRefusesTheFirstThatTellsMoreIsReported() {
        Filtered filtered = Filtered.inside("<t:data told='7'>AB</t:data><t:data told='ABC'>AB</t:data>"
                + "<t:data told='AB'>AB</t:data><t:data told='#12'>AB</t:data>");
        assertThat(filtered.xml())
                .isEqualTo("<t:data told=\"7\">ab</t:data><t:data>ab</t:data><t:data told=\"ab\">ab</t:data>"
                        + "<t:data told=\"#12\">ab</t:data>");
        assertThat(filtered.findings()).containsExactly("active.action t:CT_Data/@told");
    }

    @Test
    void aRequiredAttributeTakesItsElementWithItAndARequiredChildTheElementAround() {
        Filtered filtered = Filtered.inside("<t:table><t:row even='AB'/></t:table>"
                + "<t:table><t:row even='AB'/><t:row even='A'><t:val>1</t:val></t:row></t:table><t:table/>");
        assertThat(filtered.xml()).isEqualTo("<t:table><t:row even=\"ab\"/></t:table>");
        assertThat(filtered.findings())
                .containsExactly(
                        "active.action t:CT_Row/@even", "active.action t:CT_Table/t:row", "structure.empty t:table");
    }

    @Test
    void anElementThatMeansNothingWhenEmptyGoesAndSoOnUpwards() {
        Filtered filtered = Filtered.inside("<t:list><t:list size='1'><t:p/></t:list>\n<t:list/></t:list>"
                + "<t:list size='2'><t:list size='3'><t:list><t:run/></t:list></t:list></t:list>");
        assertThat(filtered.xml())
                .isEqualTo("<t:list size=\"2\"><t:list size=\"3\"><t:list><t:run/></t:list></t:list></t:list>");
        assertThat(filtered.findings())
                .containsExactly("structure.unknown-element t:CT_List/t:p", "structure.empty t:list");
    }

    @Test
    void anExtensionIsChosenByItsUriInEitherCase() {
        Filtered filtered = Filtered.inside(
                "<t:ext uri='{0a1b}'><e:mark level='1'/>" + RUN + "<t:p/></t:ext>" + "<t:ext uri='{BAD0}'>" + RUN
                        + "</t:ext><t:ext uri='{1}'>" + RUN + "</t:ext><t:ext>" + RUN + "</t:ext>");
        assertThat(filtered.xml()).isEqualTo("<t:ext uri=\"{0a1b}\"><e:mark level=\"1\"/>" + RUN + "</t:ext>");
        assertThat(filtered.findings())
                .containsExactly(
                        "structure.unknown-element t:CT_Ext/t:p",
                        "active.media t:ext",
                        "structure.extension t:ext",
                        "structure.extension t:ext");
    }

    @Test
    void textBetweenElementsGoes() {
        Filtered filtered = Filtered.inside("x<t:p>\n <![CDATA[ y]]>" + RUN + "&#32;</t:p>");
        assertThat(filtered.xml()).isEqualTo("<t:p>" + RUN + "</t:p>");
        assertThat(filtered.findings()).containsExactly("structure.text t:CT_Doc", "structure.text t:CT_P");
    }

    @Test
    void theHookMayKeepUnwrapAndDropAndChangeAttributes() {
        List<String> ended = new ArrayList<>();
        Filtered.Host host = new Filtered.Host() {
            @Override
            public ElementHook hook(ElementType type) {
                return type.key().equals("t:CT_Row") || type.key().equals("t:CT_Doc")
                        ? ElementHook.none()
                        : new ElementHook() {
                            @Override
                            public Fate start(XmlName name, Attributes attributes) {
                                attributes.remove("size");
                                return switch (attributes.text("color")) {
                                    case "red" -> Fate.drop("active.sound");
                                    case "green" -> Fate.unwrap();
                                    default -> Fate.keep();
                                };
                            }

                            @Override
                            public void end(XmlName name) {
                                ended.add(name.toString());
                            }
                        };
            }
        };
        String document =
                Filtered.doc("<t:p color='red'>" + RUN + "</t:p><t:p color='green'>" + RUN + "</t:p><t:p size='5'/>");
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        XmlFilter.filter(
                Filtered.LISTS,
                Filtered.ROOTS,
                host,
                new java.io.ByteArrayInputStream(document.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                out,
                9);
        assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8)).endsWith(">" + RUN + "<t:p/></t:doc>");
        assertThat(host.findings).containsExactly("active.sound t:CT_Doc/t:p", "structure.wrapper t:p");
        assertThat(ended).containsExactly("t:run", "t:p");
    }
}

package jp.kiyome.container.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prefixes are the document's, namespaces are ours; alternatives are settled. */
class NamespacesInDocumentsTest {

    private static final String MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    @Test
    void prefixesOfTheDocumentDoNotMatter() {
        String document = "<doc xmlns='urn:test:main'><p xmlns:t='urn:test:extension' id='x' size='1'"
                + " xmlns:q='urn:test:main' q:id='y'><t:mark/><run xmlns='urn:test:main'>a</run>"
                + "<q:run xmlns:q='urn:test:default'/><q:run/><x:run xmlns:x='urn:test:main'/></p></doc>";
        assertThat(Filtered.of(document).xml())
                .isEqualTo(Filtered.DECLARATION + "<t:doc xmlns:t=\"urn:test:main\"><t:p size=\"1\" t:id=\"y\">"
                        + "<e:mark xmlns:e=\"urn:test:extension\"/><t:run>a</t:run><t:run/><t:run/></t:p></t:doc>");
    }

    @Test
    void aPrefixMeansWhatItMeantBeforeOnceItsDeclarationHasEnded() {
        Filtered filtered = Filtered.inside(
                "<t:p><t:run/><t:run xmlns:t='urn:x'><t:run/></t:run><t:run/><t:tag xmlns:t='urn:test:main'><t:run/></t:tag>"
                        + "<t:run/><a:run xmlns:a='urn:test:main'/><t:tag xmlns:z='urn:test:main'><z:run xmlns:z='urn:y'/>"
                        + "<z:run/></t:tag></t:p>");
        assertThat(filtered.xml()).isEqualTo("<t:p><t:run/><t:run/><t:run/><t:run/><t:run/><t:run/></t:p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<t:doc xmlns:t='urn:other'/>",
                "<doc/>",
                "<t:doc xmlns:t='urn:test:main '/>",
                "<t:Doc xmlns:t='urn:test:main'/>",
                "<t:p xmlns:t='urn:test:main'/>",
                "<xml:doc/>",
                "<mc:AlternateContent xmlns:mc='" + MC + "'><mc:Fallback/></mc:AlternateContent>",
            })
    void aRootOfAnotherNamespaceIsRefusedWhateverItsPrefix(String document) {
        assertThat(Filtered.refusal(document)).isEqualTo("xml.root");
    }

    @Test
    void strictStaysStrict() {
        String strict =
                Filtered.of("<a:doc xmlns:a='urn:test:strict'><a:p/></a:doc>").xml();
        assertThat(strict).isEqualTo(Filtered.DECLARATION + "<t:doc xmlns:t=\"urn:test:strict\"><t:p/></t:doc>");
        assertThat(Filtered.of(strict).xml()).isEqualTo(strict);
    }

    @Test
    void theDefaultNamespaceIsUndeclaredForElementsInNone() {
        String document = "<d:cell xmlns:d='urn:test:default' xmlns:t='urn:test:main' t:id='1'><plain name='a'><plain/>"
                + "<d:cell><d:cell/><plain/></d:cell><t:run/></plain></d:cell>";
        String out = Filtered.of(document).xml();
        assertThat(out)
                .isEqualTo(
                        Filtered.DECLARATION + "<cell xmlns=\"urn:test:default\" xmlns:t=\"urn:test:main\" t:id=\"1\">"
                                + "<plain xmlns=\"\" name=\"a\"><plain/><cell xmlns=\"urn:test:default\"><cell/><plain xmlns=\"\"/>"
                                + "</cell><t:run/></plain></cell>");
        assertThat(Filtered.of(out)).isEqualTo(new Filtered(out, java.util.List.of()));
    }

    @Test
    void aRootInNoNamespaceIsNotTakenIntoTheDefaultOne() {
        String out = Filtered.of("<plain xmlns:d='urn:test:default'><d:cell/><plain/></plain>")
                .xml();
        assertThat(out).isEqualTo(Filtered.DECLARATION + "<plain><cell xmlns=\"urn:test:default\"/><plain/></plain>");
    }

    @Test
    void unknownNamespacesOfTheRootAreToldAndGo() {
        Filtered filtered = Filtered.of("<t:doc xmlns:t='urn:test:main' xmlns:a='urn:a' xmlns:mc='" + MC
                + "' xmlns:e='urn:test:extension' xmlns:f='urn:test:name-only' mc:Ignorable='a e f t' a:x='1'/>");
        assertThat(filtered.xml())
                .isEqualTo(Filtered.DECLARATION + "<t:doc xmlns:t=\"urn:test:main\" xmlns:e=\"urn:test:extension\""
                        + " xmlns:mc=\"" + MC + "\" mc:Ignorable=\"e\"/>");
        assertThat(filtered.findings())
                .containsExactly("structure.unknown-attribute t:CT_Doc/@{urn:a}x", "structure.unknown-namespace t:doc");
        assertThat(Filtered.of(filtered.xml())).isEqualTo(new Filtered(filtered.xml(), java.util.List.of()));
    }

    @Test
    void oneBranchTakesThePlaceOfAlternatives() {
        Filtered filtered =
                Filtered.inside("<t:p><mc:AlternateContent> <mc:Choice Requires='f'><t:run>1</t:run></mc:Choice>"
                        + "<mc:Choice Requires='e'><t:run>2</t:run><t:odd/></mc:Choice><mc:Choice Requires='e'><t:run>3</t:run>"
                        + "</mc:Choice><mc:Fallback><t:run>4</t:run></mc:Fallback></mc:AlternateContent>"
                        + "<mc:AlternateContent><mc:Choice Requires='e f'/><mc:Fallback><t:run>5</t:run></mc:Fallback>"
                        + "<mc:Fallback><t:run>6</t:run></mc:Fallback></mc:AlternateContent></t:p>");
        assertThat(filtered.xml()).isEqualTo("<t:p><t:run>2</t:run><t:run>5</t:run></t:p>");
        assertThat(filtered.findings())
                .containsExactly(
                        "structure.alternatives t:CT_P",
                        "structure.unknown-element t:CT_P/t:odd",
                        "structure.alternatives t:CT_P");
    }

    @Test
    void alternativesNest() {
        Filtered filtered =
                Filtered.inside("<t:p><mc:AlternateContent><mc:Choice Requires='e'><t:tag><mc:AlternateContent>"
                        + "<mc:Choice Requires='f'><t:run>1</t:run></mc:Choice><mc:Fallback><t:run>2</t:run></mc:Fallback>"
                        + "</mc:AlternateContent></t:tag></mc:Choice><mc:Fallback><mc:AlternateContent><mc:Fallback><t:run>3</t:run>"
                        + "</mc:Fallback></mc:AlternateContent></mc:Fallback></mc:AlternateContent></t:p>");
        assertThat(filtered.xml()).isEqualTo("<t:p><t:run>2</t:run></t:p>");
    }

    @Test
    void alternativesInTheWrongPlaceGo() {
        Filtered filtered =
                Filtered.inside("<t:p><mc:Choice Requires='e'><t:run/></mc:Choice><mc:AlternateContent><t:run/>x"
                        + "<mc:AlternateContent><mc:Fallback><t:run/></mc:Fallback></mc:AlternateContent></mc:AlternateContent>"
                        + "<t:val>1<mc:AlternateContent><mc:Fallback>2</mc:Fallback></mc:AlternateContent></t:val>"
                        + "<mc:Other/></t:p>");
        assertThat(filtered.xml()).isEqualTo("<t:p><t:val>1</t:val></t:p>");
        assertThat(filtered.findings()).hasSize(7);
    }

    @Test
    void aForeignNamespaceWithThePrefixOfAlternativesIsForeign() {
        Filtered filtered =
                Filtered.inside("<t:p><mc:AlternateContent xmlns:mc='urn:x'><mc:Choice Requires='e'><t:run/>"
                        + "</mc:Choice></mc:AlternateContent><t:run xmlns:mc='urn:x' mc:Ignorable='e'/></t:p>");
        assertThat(filtered.xml()).isEqualTo("<t:p><t:run/></t:p>");
        assertThat(filtered.findings())
                .containsExactly(
                        "structure.unknown-element t:CT_P/{urn:x}AlternateContent",
                        "structure.unknown-attribute t:CT_Run/@{urn:x}Ignorable");
    }

    @Test
    void aChoiceThatRequiresAnUndeclaredPrefixIsRefused() {
        assertThat(Filtered.refusal(
                        Filtered.doc("<mc:AlternateContent><mc:Choice Requires='zz'/></mc:AlternateContent>")))
                .isEqualTo("xml.malformed");
    }
}

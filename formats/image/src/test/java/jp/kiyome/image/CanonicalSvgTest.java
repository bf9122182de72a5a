package jp.kiyome.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Values of SVG have one form. */
class CanonicalSvgTest {

    @Test
    void pathsAreWrittenAnew() {
        assertThat(inside("<path d='M10,10l5-5a5 5 0 01 10 10zh.5e1'/>"))
                .isEqualTo("<path d=\"M10 10l5 -5a5 5 0 0 1 10 10zh5\"/>");
    }

    @Test
    void pathsEndAtTheirFirstError() {
        assertThat(inside("<path d='M1 1 2 2 L 3 x 4'/>")).isEqualTo("<path d=\"M1 1 2 2\"/>");
    }

    @Test
    void coloursHaveOneForm() {
        assertThat(inside("<g fill='#F00' stroke='RGB(0, 100%, 0)' color='Red' stop-color='rgba(1,2,3,.5)'/>"))
                .isEqualTo("<g fill=\"#ff0000\" stroke=\"#00ff00\" color=\"red\" stop-color=\"rgba(1,2,3,0.5)\"/>");
    }

    @Test
    void namesBecomeNumbersInTheOrderOfTheDocument() {
        assertThat(inside("<use href='#later'/><g id='unused'/><g id='later'/>"))
                .isEqualTo("<use href=\"#i1\"/><g/><g id=\"i1\"/>");
    }

    @Test
    void styleSheetsKeepWhatIsListed() {
        assertThat(
                        inside(
                                "<style>.a,#b>rect{FILL:#00f;behavior:url(x)} @media print{.a{fill:red}}</style><g class='a b'/>"))
                .isEqualTo("<style>.c1,#i1&gt;rect{fill:#0000ff}</style><g class=\"c1\"/>");
    }

    @Test
    void transformsHaveCommas() {
        assertThat(inside("<g transform='translate(1e1-2.5)scale(.5)'/>"))
                .isEqualTo("<g transform=\"translate(10,-2.5) scale(0.5)\"/>");
    }

    private static String inside(String content) {
        String document = "<svg xmlns=\"http://www.w3.org/2000/svg\">" + content + "</svg>";
        byte[] output =
                Rebuilding.rebuild(document.getBytes(StandardCharsets.UTF_8)).bytes();
        String text = new String(output, StandardCharsets.UTF_8);
        return text.substring(text.indexOf('>', text.indexOf("<svg")) + 1, text.lastIndexOf("</svg>"));
    }
}

package jp.kiyome.pdf.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Lexer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRewriterTest {

    private final List<String> dropped = new ArrayList<>();

    private static final InlinePictures AS_THEY_ARE = new InlinePictures() {
        @Override
        public long plainLength(Cos.Dict dict) {
            return Cos.integer(dict.get("Width"), 0);
        }

        @Override
        public Optional<Picture> rebuild(Picture picture) {
            return Optional.of(new Picture(picture.dict().without("Length"), picture.data()));
        }
    };

    private String rewritten(String content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteInput in = ByteInput.of(content.getBytes(StandardCharsets.ISO_8859_1));
        NamedResources resources = (category, name) -> name.length() == 1;
        Budget budget = new Budget(Limits.defaults(), 1 << 20);
        new ContentRewriter(in, resources, AS_THEY_ARE, out, dropped::add, budget).rewrite();
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 0 0 1 5.50 -0.0 cm|1 0 0 1 5.5 0 cm",
                "1 2 3 4 5 m|4 5 m",
                "q q 1 w|q;q;1 w;Q;Q",
                "[(a)-12.50(b)]TJ|[(a)-12.5(b)]TJ",
                "/F 12 Tf|/F 12 Tf",
                "/Fx 12 Tf|''",
                "(a) 1 Tj w|''",
                "Q EMC|''",
                "/Span<</MCID 0/X(y)>>BDC EMC|/Span<</MCID 0>>BDC;EMC",
                "javascript 1 w|1 w",
                "BX 1 w EX|1 w",
                "1 w % said in secret|1 w"
            })
    void whatIsNotListedIsGone(String before, String after) {
        assertThat(rewritten(before).strip().replace('\n', ';')).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q 1 0 0 1 0 0 cm /P BMC BT /F 1 Tf (a\\)\\r) Tj [(x)1.5]TJ ET EMC Q",
                "BI /W 4 /H 1 /BPC 8 /CS /G ID EI z EI Q",
                "1 2 3 4 re 5 w junk 0.10 .20 -.0 rg [1 2]0 d /G gs"
            })
    void rewritingTwiceChangesNothing(String content) {
        String once = rewritten(content);
        dropped.clear();
        assertThat(rewritten(once)).isEqualTo(once);
        assertThat(dropped).isEmpty();
    }

    @Test
    void everyOperatorOfTheListIsFoundByItsWord() {
        for (String word :
                "b B b* B* BDC BMC BT c cm CS cs d d0 d1 Do DP EMC ET f F f* G g gs h i j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \""
                        .split(" ", -1)) {
            assertThat(Operators.find(Lexer.code(word)).map(Operator::word)).hasValue(word);
        }
        assertThat(Operators.find(0)).isEmpty();
    }
}

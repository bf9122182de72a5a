package jp.kiyome.message.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final Content MESSAGE = content("Subject: any\r\n\r\n");

    private static Content content(String text) {
        return HeapContent.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Content> own(String... parts) {
        return Stream.of(parts).map(AgreementTest::content).toList();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends with an error where others end. */
    private static InputStream broken(String text) {
        return new FilterInputStream(bytes(text)) {
            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                int read = super.read(target, from, length);
                if (read < 0) {
                    throw new IOException("cut off");
                }
                return read;
            }
        };
    }

    /** Sees what it is told to; a part that cannot be read to its end it does not see. */
    private record Scripted(List<InputStream> parts) implements Witness {

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public void look(Content message, Budget budget, Listener listener) {
            for (InputStream part : parts) {
                try {
                    listener.sees("text/plain", part);
                } catch (IOException unreadable) {
                    // As with the real ones.
                }
            }
        }
    }

    private static boolean holds(List<Content> own, InputStream... seen) {
        return Agreement.holds(new Scripted(List.of(seen)), MESSAGE, own, new Budget(Limits.defaults(), 1_000));
    }

    @Test
    void theSamePartsInTheSameOrderAgree() {
        assertThat(holds(own("one", "two"), bytes("one"), bytes("two"))).isTrue();
    }

    @Test
    void blanksLineBreaksAndNulDoNotCount() {
        assertThat(holds(own("on\r\ne \u0000", "two"), bytes("o n\te"), bytes("two\n")))
                .isTrue();
    }

    @Test
    void partsInWhichNothingCountsMayBeSeenOrNot() {
        assertThat(holds(own("one", "\r\n", "two"), bytes("one"), bytes("two"))).isTrue();
        assertThat(holds(own("one", "two"), bytes(" "), bytes("one"), bytes(""), bytes("two")))
                .isTrue();
    }

    @Test
    void oneByteMoreLessOrOtherDoesNotAgree() {
        assertThat(holds(own("one"), bytes("ones"))).isFalse();
        assertThat(holds(own("one"), bytes("on"))).isFalse();
        assertThat(holds(own("one"), bytes("onf"))).isFalse();
    }

    @Test
    void aPartThatOnlyTheWitnessSeesDoesNotAgree() {
        assertThat(holds(own("one"), bytes("one"), bytes("two"))).isFalse();
        assertThat(holds(own("one", "two"), bytes("two"), bytes("one"))).isFalse();
        assertThat(holds(own(), bytes("one"))).isFalse();
    }

    @Test
    void whatDidNotAgreeOnceNeverDoes() {
        assertThat(holds(own("one", "two"), bytes("other"), bytes("two"))).isFalse();
    }

    @Test
    void aPartThatCannotBeReadToItsEndIsNotSeen() {
        assertThat(holds(own("one", "two"), broken("one"), bytes("one"), bytes("two")))
                .isTrue();
        assertThat(holds(own("one"), broken("on"))).isTrue();
    }

    @Test
    void bothWitnessesAgreeWithWhatAnOrdinaryMessageHolds() {
        Content mail = content("""
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=UTF-8

                hello
                --b
                Content-Type: application/octet-stream
                Content-Transfer-Encoding: base64

                AAECAwQFBgcICQ==
                --b--
                """.replace("\n", "\r\n"));
        List<Content> own = List.of(content("hello\r\n"), HeapContent.of(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
        List<Content> other = List.of(content("hello\r\n"), HeapContent.of(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 8}));
        for (Witness witness : List.of(new Mime4jWitness(), new AngusWitness())) {
            Budget budget = new Budget(Limits.defaults(), mail.size());
            assertThat(Agreement.holds(witness, mail, own, budget))
                    .as(witness.name())
                    .isTrue();
            assertThat(Agreement.holds(witness, mail, other, budget))
                    .as(witness.name())
                    .isFalse();
        }
    }
}

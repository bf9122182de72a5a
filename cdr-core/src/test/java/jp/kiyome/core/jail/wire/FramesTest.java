package jp.kiyome.core.jail.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.limit.Spent;
import jp.kiyome.core.notice.Label;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.Rule;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Ending;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.text.Excerpt;
import jp.kiyome.core.text.Language;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FramesTest {

    private static final Policy POLICY = Policy.of(
                    Set.of("docm"),
                    Map.of("macro", Rule.BLOCK, "link.external", Rule.HOLD, "macro.reference", Rule.REMOVE),
                    Map.of("office.comments", "remove"),
                    Limits.defaults().with(Map.of(LimitName.DEPTH, 3L)))
            .approving(Set.of("link.external"));

    private static Finding finding() {
        return Finding.of(
                "macro.vba", Action.REMOVED, Location.ofPart("word/\ud800.bin").at("x"), "報告");
    }

    private static Claim claim(List<Claim> nested) {
        return new Claim(
                Untrusted.of("名前\u202e.docx"),
                Untrusted.of("名前.docx"),
                "docx",
                "application/zip",
                new Digest(3, "ab".repeat(32)),
                Optional.of(new Digest(4, "cd".repeat(32))),
                Verdict.REBUILT,
                Optional.empty(),
                List.of(finding()),
                nested,
                12345);
    }

    private static byte[] bytes(Answer answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Frames(InputStream.nullInputStream(), out).send(answer);
        return out.toByteArray();
    }

    private static Answer answer(byte[] bytes) throws IOException {
        return new Frames(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream()).answer();
    }

    @Test
    void answersComeThroughAsTheyWereSent() throws IOException {
        Answer.Done done = new Answer.Done(
                7,
                claim(List.of(claim(List.of()))),
                new Spent(1, 2, 3),
                Optional.of(new Excerpt("件名", "本文\n", List.of("https://city.example/"), true)),
                true);
        assertThat(answer(bytes(done))).isEqualTo(done);
        Answer.Verified fault = new Answer.Verified(8, Optional.of(new Ending(Verdict.FAILED, finding())));
        assertThat(answer(bytes(fault))).isEqualTo(fault);
        Answer.Hello hello = new Answer.Hello("1", true);
        assertThat(answer(bytes(hello))).isEqualTo(hello);
    }

    @Test
    void requestsComeThroughAsTheyWereSent() throws IOException {
        List<Request> requests = List.of(
                new Request.Rebuild(
                        1, "a\u202e.docx", 5, List.of("ひみつ"), Optional.empty(), true, Set.of("a".repeat(64)), POLICY),
                new Request.Rebuild(
                        4,
                        "a.eml",
                        5,
                        List.of(),
                        Optional.of(new Label("[済]", Language.JAPANESE, List.of("頭", ""), List.of("尾"))),
                        false,
                        Set.of(),
                        POLICY),
                new Request.Verify(2, "docx", "a.docx", 5, List.of(), Policy.defaults()),
                new Request.Stop(3));
        for (Request request : requests) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Frames(InputStream.nullInputStream(), out).send(request);
            assertThat(new Frames(new ByteArrayInputStream(out.toByteArray()), out).request())
                    .isEqualTo(request);
        }
    }

    @Test
    void aLongDetailIsShortenedBeyondWhatIsShown() throws IOException {
        Finding lengthy = Finding.of("macro.vba", Action.REMOVED, Location.wholeFile(), "x".repeat(100_000));
        Answer.Verified sent = new Answer.Verified(1, Optional.of(new Ending(Verdict.BLOCKED, lengthy)));
        Answer.Verified read = (Answer.Verified) answer(bytes(sent));
        assertThat(read.fault().orElseThrow().reason().detail())
                .hasToString(lengthy.detail().toString());
        assertThat(bytes(sent).length).isLessThan(2_000);
    }

    @Test
    void noFrameThatEndsEarlyIsRead() throws IOException {
        byte[] whole = bytes(new Answer.Done(7, claim(List.of()), Spent.nothing(), Optional.empty(), false));
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> answer(part)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void nothingMayStandBehindTheLastValue() throws IOException {
        byte[] whole = bytes(new Answer.Hello("1", true));
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        longer[7]++;
        assertThatThrownBy(() -> answer(longer))
                .isInstanceOf(MalformedFrame.class)
                .hasMessageContaining("too many");
    }

    @Test
    void filesInsideFilesWithoutEndAreRefused() throws IOException {
        Claim deep = claim(List.of());
        for (int i = 0; i <= WireLimits.DEPTH; i++) {
            deep = claim(List.of(deep));
        }
        byte[] frame = bytes(new Answer.Done(1, deep, Spent.nothing(), Optional.empty(), false));
        assertThatThrownBy(() -> answer(frame)).isInstanceOf(MalformedFrame.class);
    }

    @Test
    void moreThanAReceiverTakesIsNotSent() {
        Claim wide = claim(new ArrayList<>(Collections.nCopies(WireLimits.FILES, claim(List.of()))));
        assertThatThrownBy(() -> bytes(new Answer.Done(1, wide, Spent.nothing(), Optional.empty(), false)))
                .isInstanceOf(FrameTooLarge.class);
    }

    /** Whatever a worker sends is an answer or an {@link IOException}; and an answer that is one is spelt in one way. */
    @Property(tries = 20_000)
    void anyByteChangedIsAnAnswerOrMalformed(
            @ForAll @IntRange(max = 2_000) int where, @ForAll byte value, @ForAll @IntRange(max = 4) int alsoNear)
            throws IOException {
        byte[] frame = bytes(new Answer.Done(
                7, claim(List.of(claim(List.of()))), new Spent(1, 2, 3), Optional.of(new Excerpt("件名", "本文\n")), true));
        frame[where % frame.length] = value;
        frame[(where + alsoNear) % frame.length] ^= value;
        Answer read;
        try {
            read = answer(frame);
        } catch (IOException refused) {
            return;
        }
        assertThat(bytes(read)).isEqualTo(frame);
    }

    @Property(tries = 20_000)
    void anyBodyIsAnAnswerOrMalformed(@ForAll byte[] body, @ForAll @IntRange(min = 0x10, max = 0x14) int kind)
            throws IOException {
        byte[] frame = new byte[8 + body.length];
        frame[0] = 'K';
        frame[1] = 'Y';
        frame[2] = Frames.VERSION;
        frame[3] = (byte) kind;
        frame[6] = (byte) (body.length >>> 8);
        frame[7] = (byte) body.length;
        System.arraycopy(body, 0, frame, 8, body.length);
        try {
            assertThat(bytes(answer(frame))).isEqualTo(frame);
        } catch (IOException refused) {
            assertThat(refused).isNotNull();
        }
    }
}

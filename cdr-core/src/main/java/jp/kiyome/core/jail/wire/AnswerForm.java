package jp.kiyome.core.jail.wire;

import jp.kiyome.core.limit.Spent;
import jp.kiyome.core.text.Excerpt;

/** How answers stand in frames. */
final class AnswerForm {

    private static final int HELLO = 0x11;
    private static final int DONE = 0x12;
    private static final int VERIFIED = 0x13;

    private AnswerForm() {}

    /** Writes the body, and gives the kind. */
    static int write(Answer answer, FrameWriter out) {
        if (answer instanceof Answer.Hello hello) {
            out.text(hello.engineVersion());
            out.flag(hello.filtered());
            return HELLO;
        }
        if (answer instanceof Answer.Done done) {
            out.number(done.id());
            new ClaimForm().write(done.claim(), out);
            out.number(done.spent().decodedBytes());
            out.number(done.spent().entries());
            out.number(done.spent().pixels());
            out.optional(done.excerpt(), excerpt -> {
                out.text(excerpt.title());
                out.text(excerpt.text());
                out.list(excerpt.links(), out::text);
                out.flag(excerpt.automatic());
            });
            out.flag(done.last());
            return DONE;
        }
        Answer.Verified verified = (Answer.Verified) answer;
        out.number(verified.id());
        ClaimForm.write(verified.fault(), out);
        return VERIFIED;
    }

    static Answer read(int kind, FrameReader in) throws MalformedFrame {
        Answer answer =
                switch (kind) {
                    case HELLO -> new Answer.Hello(in.text(WireLimits.SHORT), in.flag());
                    case DONE ->
                        new Answer.Done(
                                in.number(),
                                new ClaimForm().read(in, 0),
                                new Spent(in.number(), in.number(), in.number()),
                                in.optional(() -> excerpt(in)),
                                in.flag());
                    case VERIFIED -> new Answer.Verified(in.number(), ClaimForm.fault(in));
                    default -> throw new MalformedFrame("no answer of kind " + kind);
                };
        in.end();
        return answer;
    }

    private static Excerpt excerpt(FrameReader in) throws MalformedFrame {
        return new Excerpt(
                in.text(Excerpt.LONGEST_TITLE),
                in.text(Excerpt.LONGEST),
                in.list(Excerpt.MOST_LINKS, () -> in.text(Excerpt.LONGEST_LINK)),
                in.flag());
    }
}

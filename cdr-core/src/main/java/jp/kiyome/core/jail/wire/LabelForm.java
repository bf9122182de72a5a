package jp.kiyome.core.jail.wire;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.notice.Label;
import jp.kiyome.core.text.Language;

/** How a label stands in a frame. */
final class LabelForm {

    private LabelForm() {}

    static void write(Optional<Label> label, FrameWriter out) {
        out.optional(label, one -> {
            out.text(one.tag());
            out.flag(one.language() == Language.JAPANESE);
            out.list(one.heading(), out::text);
            out.list(one.closing(), out::text);
            out.list(one.remark(), out::text);
            out.list(one.whenLocked(), out::text);
        });
    }

    static Optional<Label> read(FrameReader in) throws MalformedFrame {
        return in.optional(() -> new Label(
                in.text(WireLimits.DETAIL),
                in.flag() ? Language.JAPANESE : Language.ENGLISH,
                lines(in),
                lines(in),
                lines(in),
                lines(in)));
    }

    private static List<String> lines(FrameReader in) throws MalformedFrame {
        return in.list(Label.MOST_LINES, () -> in.text(WireLimits.DETAIL));
    }
}

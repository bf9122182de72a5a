package jp.kiyome.message.keep;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.message.child.Told;
import jp.kiyome.message.write.Entity;

/** Which readings of a message stand side by side (RFC 2046 §5.1.4) where pages are turned into text. Stateless. */
final class Alternatives {

    private Alternatives() {}

    /** Without the plain texts that a page's own text stands for, and with that text. */
    static List<Draft> settled(List<Draft> all, Told told, String part) {
        if (all.stream().noneMatch(draft -> draft.reading().page())) {
            return all;
        }
        List<Draft> settled = new ArrayList<>();
        for (Draft draft : all) {
            draft.reading().beside().map(Draft::of).ifPresent(settled::add);
            if (!draft.reading().plain()) {
                settled.add(draft.read(Reading.NONE));
            } else if (all.stream().noneMatch(page -> isTextOf(draft, page))) {
                told.removed("message.alternative", part, "");
            }
        }
        return settled;
    }

    private static boolean isTextOf(Draft plain, Draft page) {
        return page.reading().beside().isPresent()
                && page.reading().hash().equals(plain.reading().hash());
    }

    /** A page that stands in no choice of readings gets one. */
    static Draft wrapped(Draft draft, Told told, String part) {
        if (draft.reading().beside().isEmpty()) {
            return draft;
        }
        told.changed("message.text-added", part, "");
        Draft.Made text = draft.reading().beside().get();
        return Draft.of(whole -> Entity.Multipart.of(
                "alternative", List.of(text.in(whole), draft.made().in(whole))));
    }
}

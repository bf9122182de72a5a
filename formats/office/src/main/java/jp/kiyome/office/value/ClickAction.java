package jp.kiyome.office.value;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/**
 * What a click on a shape or text of a slide does ({@code a:hlinkClick/@action}, ECMA-376-1 §21.1.2.3.5, [MS-OE376] §2.1.1236).
 * The forms stand in {@code click-action.allow}; running a program or macro, opening a file and OLE verbs are not among them.
 *
 * @param kind for a caller who keeps some and not others
 * @param text the canonical address
 */
public record ClickAction(Kind kind, String text) {

    /** What an action needs of the presentation around it. */
    public enum Kind {
        /** Only marks the text as a link; where it leads stands in the relationship, if there is one. */
        NONE,
        /** To the slide that the relationship names: the caller checks that it is an internal one. */
        SLIDE,
        /** To a slide known by its position in the show. */
        SHOW,
        /** A custom show of this presentation, by its number. */
        CUSTOM_SHOW,
        /** Plays the sound or film of this shape: to be kept only where that itself is kept. */
        MEDIA
    }

    private static final int LONGEST = 128;
    private static final List<ActionForm> FORMS = AllowLines.of(ClickAction.class, "click-action.allow").stream()
            .map(ActionForm::of)
            .toList();

    /** No text is no action; empty when the action is not allowed. Letter case does not count and comes out lower. */
    public static Optional<ClickAction> parse(CharSequence text) {
        if (text.isEmpty()) {
            return Optional.of(new ClickAction(Kind.NONE, ""));
        }
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = Ascii.lower(text);
        return FORMS.stream()
                .filter(form -> form.allows(lower))
                .findFirst()
                .map(form -> new ClickAction(form.kind(), lower));
    }

    public static Optional<String> canonical(CharSequence text) {
        return parse(text).map(ClickAction::text);
    }
}

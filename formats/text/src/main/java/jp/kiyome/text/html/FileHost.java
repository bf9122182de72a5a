package jp.kiyome.text.html;

import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.text.source.Tally;

/** A document that is a file: its pictures are inside it, beside it in the message that it is the body of, or nowhere. Not thread-safe. */
public final class FileHost implements HtmlHost {

    private static final Set<String> PICTURES = Set.of("png", "jpeg", "gif", "bmp", "webp", "ico");
    private static final Pattern DATA = Pattern.compile(
            "(?i)data:image/[-a-z0-9.+]{1,40}(?:;[a-z]+=[-a-z0-9]{1,20})?;base64,([A-Za-z0-9+/=\\s%]*)");

    /** Whether links lead anywhere. */
    public static final PolicyOption LINKS = PolicyOption.of("text.links", "keep", "remove");

    private final Session session;
    private final Tally tally;
    private int pictures;

    public FileHost(Session session, Tally tally) {
        this.session = session;
        this.tally = tally;
    }

    @Override
    public void found(String kind, Action action, String place, String detail) {
        tally.add(kind, action, place, detail);
    }

    @Override
    public Optional<String> link(String target) {
        if (session.policy().choice(LINKS).equals("remove")) {
            return Optional.empty();
        }
        Optional<String> link = HtmlHost.super.link(target);
        link.filter(kept -> kept.startsWith("http")).ifPresent(session::leadsTo);
        return link;
    }

    @Override
    public Optional<String> picture(String source, String place) {
        Optional<String> beside = session.around().picture(source);
        if (beside.isPresent()) {
            return beside;
        }
        Matcher data = DATA.matcher(source);
        if (!data.matches()) {
            boolean inside = Ascii.lower(source).startsWith("data:");
            tally.removed(inside ? "html.picture" : "html.external-picture", place, source);
            return Optional.empty();
        }
        return decoded(data.group(1)).flatMap(this::rebuilt).or(() -> {
            tally.removed("html.picture", place, "");
            return Optional.empty();
        });
    }

    private static Optional<byte[]> decoded(String base64) {
        String plain = base64.replaceAll("\\s+", "");
        try {
            return Optional.of(Base64.getDecoder().decode(plain));
        } catch (IllegalArgumentException broken) {
            // No picture; the caller takes it out and says so.
            return Optional.empty();
        }
    }

    private Optional<String> rebuilt(byte[] picture) {
        session.budget().decode(picture.length);
        session.budget().entries(1);
        pictures++;
        return switch (session.child("picture" + pictures, HeapContent.of(picture), PICTURES)) {
            case Nested.Clean clean ->
                Optional.of("data:" + clean.type().mediaType() + ";base64," + encoded(clean.content()));
            case Nested.Refused refused -> Optional.empty();
        };
    }

    private static String encoded(Content content) {
        byte[] bytes = new byte[Math.toIntExact(content.size())];
        content.copy(0, bytes, 0, bytes.length);
        return Base64.getEncoder().encodeToString(bytes);
    }
}

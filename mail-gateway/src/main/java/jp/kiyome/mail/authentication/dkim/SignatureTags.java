package jp.kiyome.mail.authentication.dkim;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.mail.address.DomainName;

/**
 * What a DKIM-Signature says (RFC 6376 §3.5), not yet believed.
 *
 * @param bodyHash in base64
 * @param signature in base64
 */
record SignatureTags(
        DomainName domain,
        String selector,
        String algorithm,
        List<String> headers,
        String bodyHash,
        String signature,
        boolean relaxedHeader,
        boolean relaxedBody) {

    private static final int MOST_HEADERS = 300;
    private static final String SELECTOR = "[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?";
    /** Clocks differ. */
    private static final long SLACK_SECONDS = 24 * 3600;

    /** Empty for what breaks the grammar. */
    static Optional<SignatureTags> read(TagList tags) {
        Optional<DomainName> domain = tags.packed("d").flatMap(DomainName::read);
        Optional<String> selector = tags.packed("s").map(Ascii::lower).filter(SignatureTags::isSelector);
        Optional<String> algorithm = tags.packed("a").map(Ascii::lower);
        Optional<String> hash = tags.packed("bh").filter(text -> base64(text).isPresent());
        Optional<String> signature =
                tags.packed("b").filter(text -> base64(text).isPresent());
        String[] forms =
                tags.packed("c").map(Ascii::lower).orElse("simple/simple").split("/", -1);
        List<String> headers = Arrays.stream(tags.packed("h").orElse("").split(":", MOST_HEADERS + 2))
                .map(name -> Ascii.lower(name))
                .toList();
        boolean fine = domain.isPresent()
                && selector.isPresent()
                && algorithm.isPresent()
                && hash.isPresent()
                && signature.isPresent()
                && forms.length <= 2
                && Arrays.stream(forms).allMatch(form -> form.equals("simple") || form.equals("relaxed"))
                && headers.size() <= MOST_HEADERS
                && headers.stream().allMatch(name -> name.matches("[!-9;-~]+"))
                && tags.packed("q")
                        .map(q -> (":" + q + ":").contains(":dns/txt:"))
                        .orElse(true)
                && isNumber(tags, "t")
                && isNumber(tags, "x")
                && isNumber(tags, "l");
        return fine
                ? Optional.of(new SignatureTags(
                        domain.get(),
                        selector.get(),
                        algorithm.get(),
                        headers,
                        hash.get(),
                        signature.get(),
                        forms[0].equals("relaxed"),
                        forms.length == 2 && forms[1].equals("relaxed")))
                : Optional.empty();
    }

    private static boolean isSelector(String text) {
        return text.length() <= 200 && Arrays.stream(text.split("\\.", -1)).allMatch(label -> label.matches(SELECTOR));
    }

    private static boolean isNumber(TagList tags, String name) {
        return tags.packed(name).map(text -> text.matches("[0-9]{1,12}")).orElse(true);
    }

    static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text)).filter(bytes -> bytes.length > 0);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** What stands against the signature before any key is asked for. */
    DkimReason objection(TagList tags, SignedHeaders signed, Instant now) {
        String identity = tags.packed("i").map(Ascii::lower).orElse("@" + domain);
        long seconds = now.getEpochSecond();
        long signedAt = number(tags, "t").orElse(0L);
        long until = number(tags, "x").orElse(Long.MAX_VALUE);
        if (!algorithm.equals("rsa-sha256") && !algorithm.equals("ed25519-sha256")) {
            return DkimReason.ALGORITHM;
        }
        if (!headers.contains("from")) {
            return DkimReason.FROM_NOT_SIGNED;
        }
        if (!identity.endsWith("@" + domain) && !(identity.indexOf('@') >= 0 && identity.endsWith("." + domain))) {
            return DkimReason.IDENTITY;
        }
        if (until < seconds || until < signedAt) {
            return DkimReason.EXPIRED;
        }
        if (signedAt > seconds + SLACK_SECONDS) {
            return DkimReason.SIGNED_IN_FUTURE;
        }
        if (tags.value("l").isPresent()) {
            return DkimReason.PART_OF_BODY;
        }
        return signed.hasAddedField() ? DkimReason.ADDED_HEADER : DkimReason.NONE;
    }

    /** Whether {@code i=} is the domain itself, as some keys ask (§3.6.1, t=s). */
    boolean hasExactIdentity(TagList tags) {
        return Ascii.lower(tags.packed("i").orElse("@" + domain)).endsWith("@" + domain);
    }

    private static Optional<Long> number(TagList tags, String name) {
        return tags.packed(name).map(Long::parseLong);
    }
}

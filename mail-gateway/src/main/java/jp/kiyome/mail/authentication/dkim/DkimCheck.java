package jp.kiyome.mail.authentication.dkim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.mail.authentication.dns.Answer;
import jp.kiyome.mail.authentication.dns.Lookups;
import jp.kiyome.mail.authentication.dns.RecordType;
import jp.kiyome.mail.authentication.header.HeaderField;
import jp.kiyome.mail.authentication.header.MailHeader;

/**
 * Verifies the signatures of a mail (RFC 6376 §6.1). A body is hashed once for each of the two forms, as it streams by. For one mail and
 * one thread.
 */
public final class DkimCheck {

    /** A mail has one to three; each costs a question. */
    private static final int MOST_SIGNATURES = 8;

    private final Content mail;
    private final MailHeader header;
    private final Lookups lookups;
    private final Instant now;
    private final Map<Boolean, byte[]> bodies = new HashMap<>();

    private DkimCheck(Content mail, MailHeader header, Lookups lookups, Instant now) {
        this.mail = mail;
        this.header = header;
        this.lookups = lookups;
        this.now = now;
    }

    /** One result for each signature, in their order; none where the mail has none. */
    public static List<DkimResult> check(Content mail, MailHeader header, Lookups lookups, Instant now) {
        DkimCheck check = new DkimCheck(mail, header, lookups, now);
        List<DkimResult> results = new ArrayList<>();
        for (HeaderField field : header.all("DKIM-Signature")) {
            if (results.size() == MOST_SIGNATURES) {
                results.add(new DkimResult(DkimOutcome.POLICY, DkimReason.TOO_MANY, "", "", "", false));
                return results;
            }
            results.add(check.result(field));
        }
        return results;
    }

    private DkimResult result(HeaderField field) {
        Optional<SigningField> signing = SigningField.read(field);
        Optional<SignatureTags> read = signing.flatMap(some -> SignatureTags.read(some.tags()));
        if (read.isEmpty()) {
            String domain = signing.flatMap(some -> some.tags().packed("d")).orElse("");
            return new DkimResult(DkimOutcome.NEUTRAL, DkimReason.SYNTAX, domain, "", "", false);
        }
        SigningField sign = signing.orElseThrow();
        SignatureTags tags = read.get();
        SignedHeaders signed = new SignedHeaders(header, tags.headers(), tags.relaxedHeader());
        if (!sign.tags().value("v").equals(Optional.of("1"))) {
            return told(tags, DkimReason.UNKNOWN_VERSION, false);
        }
        DkimReason objection = tags.objection(sign.tags(), signed, now);
        return objection == DkimReason.NONE ? withKey(sign, tags, signed) : told(tags, objection, false);
    }

    private DkimResult withKey(SigningField sign, SignatureTags tags, SignedHeaders signed) {
        return switch (lookups.ask(tags.selector() + "._domainkey." + tags.domain(), RecordType.TXT)) {
            case Answer.Nothing _ -> told(tags, DkimReason.NO_KEY, false);
            case Answer.Trouble _ -> told(tags, DkimReason.DNS, false);
            // Several keys under one name: nobody can say which one is meant (§3.6.2.2).
            case Answer.Found found when found.values().size() > 1 -> told(tags, DkimReason.KEY_SYNTAX, false);
            case Answer.Found found ->
                verified(sign, tags, signed, KeyRecord.read(found.values().getFirst(), tags));
        };
    }

    private DkimResult verified(SigningField sign, SignatureTags tags, SignedHeaders signed, KeyRecord key) {
        if (key.objection() != DkimReason.NONE) {
            return told(tags, key.objection(), false);
        }
        boolean testing = key.flag("y");
        if (key.flag("s") && !tags.hasExactIdentity(sign.tags())) {
            return told(tags, DkimReason.IDENTITY, testing);
        }
        if (!key.verifies(signed, sign, decoded(tags.signature()))) {
            return told(tags, DkimReason.SIGNATURE, testing);
        }
        byte[] body = bodies.computeIfAbsent(tags.relaxedBody(), this::bodyHash);
        return told(
                tags, Arrays.equals(body, decoded(tags.bodyHash())) ? DkimReason.NONE : DkimReason.BODY_HASH, testing);
    }

    private static byte[] decoded(String base64) {
        return SignatureTags.base64(base64).orElseThrow();
    }

    private byte[] bodyHash(boolean relaxed) {
        BodyHash hash = new BodyHash(relaxed);
        byte[] piece = new byte[8192];
        try (InputStream in = mail.slice(header.body(), mail.size() - header.body()).stream()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                hash.add(piece, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hash.finish();
    }

    private static DkimResult told(SignatureTags tags, DkimReason reason, boolean testing) {
        DkimOutcome outcome =
                switch (reason) {
                    case NONE -> DkimOutcome.PASS;
                    case BODY_HASH, SIGNATURE, EXPIRED -> DkimOutcome.FAIL;
                    case ALGORITHM, SIGNED_IN_FUTURE, PART_OF_BODY, ADDED_HEADER, KEY_SHORT, KEY_LARGE, TOO_MANY ->
                        DkimOutcome.POLICY;
                    case SYNTAX, UNKNOWN_VERSION -> DkimOutcome.NEUTRAL;
                    case DNS -> DkimOutcome.TEMPERROR;
                    case FROM_NOT_SIGNED, IDENTITY, NO_KEY, KEY_SYNTAX, KEY_REVOKED, KEY_FOR_OTHERS ->
                        DkimOutcome.PERMERROR;
                };
        return new DkimResult(outcome, reason, tags.domain().name(), tags.selector(), tags.algorithm(), testing);
    }
}

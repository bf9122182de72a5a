package jp.kiyome.message.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.message.child.Told;
import jp.kiyome.message.mime.BodyDecoder;
import jp.kiyome.message.mime.MimePart;
import jp.kiyome.message.mime.MimeReader;
import jp.kiyome.message.mime.SignedContent;
import jp.kiyome.message.tnef.TnefReader;
import jp.kiyome.message.write.BodyForm;
import jp.kiyome.message.write.Entity;
import jp.kiyome.message.write.HeaderLine;
import jp.kiyome.message.write.Parameters;

/** Copies the parts of a message into a new one: bodies, files and what holds them together. Not thread-safe. */
final class Keeper {

    private static final Set<String> SIGNATURES =
            Set.of("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature");
    private static final Set<String> REPORTS = Set.of(
            "message/delivery-status",
            "message/disposition-notification",
            "message/feedback-report",
            "message/global-delivery-status",
            "message/global-disposition-notification");
    private static final Set<String> SEALED = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");
    private static final int MOST_SEALS = 8;
    private static final Set<String> MULTIPARTS = Set.of("mixed", "alternative", "related", "digest", "report");

    private final Session session;
    private final Told told;
    private final BodyStore store;
    private final Attachment attachments;
    private final PartHeader headers;
    private final Bodies bodies;
    private final Shown shown = new Shown();
    private final boolean verifying;
    private int seals;

    /** @param saved whether it is a page that somebody saved, not a mail */
    Keeper(Session session, BodyStore store, boolean verifying, boolean saved) {
        this.session = session;
        this.told = new Told(session);
        this.store = store;
        this.attachments = new Attachment(session, store, told);
        this.headers = new PartHeader(told);
        this.verifying = verifying;
        this.bodies = new Bodies(told, store, attachments, shown, verifying, saved);
    }

    /** Keeps a whole message. */
    Draft keep(MimePart whole) {
        shown.gather(whole, this::fresh);
        return Alternatives.wrapped(part(whole), told, "");
    }

    private Draft part(MimePart part) {
        return shown.has(part) ? shown.draft(part) : fresh(part);
    }

    /** Keeps a saved page: the root and the pictures beside it. */
    Draft page(MimePart whole) {
        PageKeeper page = new PageKeeper(told);
        shown.gather(whole, this::fresh);
        List<MimePart> parts = new ArrayList<>();
        flatten(whole, parts);
        MimePart.Leaf root = PageKeeper.root(parts);
        List<Draft> kept = new ArrayList<>();
        for (MimePart inner : parts) {
            if (inner.path().equals(root.path())
                    || shown.has(inner) && shown.draft(inner).picture().isPresent()) {
                kept.add(part(inner));
            } else {
                page.lost(inner);
            }
        }
        if (kept.getFirst().notice()) {
            throw Refusal.of("message.page", root.path());
        }
        return kept.size() == 1 ? kept.getFirst() : related(kept);
    }

    private void flatten(MimePart part, List<MimePart> into) {
        if (part instanceof MimePart.Multipart multipart) {
            headers.tellLost(multipart);
            ordered(multipart).forEach(inner -> flatten(inner, into));
        } else {
            into.add(part);
        }
    }

    private static Draft related(List<Draft> kept) {
        return Draft.of(whole -> {
            List<Entity> entities = kept.stream().map(d -> d.made().in(whole)).toList();
            return new Entity.Multipart("related; type=\"" + typeOf(entities.getFirst()) + "\"", List.of(), entities);
        });
    }

    private Draft fresh(MimePart part) {
        headers.tellLost(part);
        return switch (part) {
            case MimePart.Multipart multipart -> multipart(multipart);
            case MimePart.Leaf leaf -> leaf(leaf);
        };
    }

    private Draft multipart(MimePart.Multipart part) {
        if (part.open()) {
            told.changed("message.boundary-open", part.path(), "");
        }
        if (part.dropped()) {
            told.removed("message.preamble", part.path(), "");
        }
        if (part.type().subtype().equals("encrypted")) {
            return refused(part, "message.encrypted");
        }
        boolean signed = part.type().subtype().equals("signed");
        if (signed) {
            told.removed("message.signature", part.path(), part.type().toString());
        }
        List<Draft> kept = new ArrayList<>();
        for (MimePart inner : ordered(part)) {
            if (SIGNATURES.contains(inner.type().toString())) {
                if (!signed) {
                    told.removed("message.signature", inner.path(), inner.type().toString());
                }
            } else if (inner.type().is("text/x-amp-html")) {
                told.removed("message.amp", inner.path(), "");
            } else {
                kept.add(part(inner));
            }
        }
        return joined(part, kept, signed);
    }

    /** The root of a related first (RFC 2387 §3.2), for some readers go by its place. */
    private static List<MimePart> ordered(MimePart.Multipart part) {
        List<MimePart> ordered = new ArrayList<>(part.parts());
        if (part.type().subtype().equals("related")) {
            part.type().parameter("start").ifPresent(start -> {
                for (MimePart inner : part.parts()) {
                    boolean root = inner.header()
                            .first("content-id")
                            .filter(f -> f.value().equals(start))
                            .isPresent();
                    if (root && ordered.remove(inner)) {
                        ordered.addFirst(inner);
                    }
                }
            });
        }
        return ordered;
    }

    private Draft joined(MimePart.Multipart part, List<Draft> all, boolean signed) {
        boolean alternative = part.type().subtype().equals("alternative");
        boolean some = all.stream().anyMatch(draft -> !draft.notice());
        List<Draft> read =
                alternative && some ? all.stream().filter(d -> !d.notice()).toList() : all;
        List<Draft> kept = alternative ? Alternatives.settled(read, told, part.path()) : read;
        if (kept.isEmpty()) {
            told.changed("message.empty-multipart", part.path(), part.type().toString());
            return bodies.empty();
        }
        if (kept.size() == 1 && (signed || part.type().subtype().equals("alternative") && all.size() > 1)) {
            return kept.getFirst();
        }
        String subtype =
                MULTIPARTS.contains(part.type().subtype()) ? part.type().subtype() : "mixed";
        if (!subtype.equals(part.type().subtype()) && !signed) {
            told.changed("message.multipart", part.path(), part.type().toString());
        }
        if (subtype.equals("related")) {
            Reading root = kept.getFirst().reading();
            return composed(part, subtype, kept).read(root.page() ? root : Reading.NONE);
        }
        return composed(
                part,
                subtype,
                kept.stream()
                        .map(draft -> Alternatives.wrapped(draft, told, part.path()))
                        .toList());
    }

    private Draft composed(MimePart.Multipart part, String subtype, List<Draft> kept) {
        List<String> parameters = headers.parameters(part, "multipart/" + subtype);
        List<HeaderLine> header = part.path().isEmpty() ? List.of() : headers.description(part);
        return Draft.of(whole -> {
            List<Entity> entities = kept.stream().map(d -> d.made().in(whole)).toList();
            String type = subtype + (subtype.equals("related") ? "; type=\"" + typeOf(entities.getFirst()) + "\"" : "");
            for (String parameter : parameters) {
                type += "; " + parameter;
            }
            return new Entity.Multipart(type, header, entities);
        });
    }

    private static String typeOf(Entity entity) {
        return switch (entity) {
            case Entity.Multipart multipart -> "multipart/" + multipart.type().split(";", 2)[0];
            case Entity.Leaf leaf -> leaf.header().getFirst().value().split(";", 2)[0];
        };
    }

    private Draft leaf(MimePart.Leaf leaf) {
        List<String> names = Names.all(leaf);
        if (Names.differ(names)) {
            told.changed("message.name-differs", leaf.path(), String.join(" | ", names));
        }
        Optional<Draft> ended = refusedKind(leaf);
        if (ended.isPresent()) {
            return ended.get();
        }
        AtomicReference<Optional<Draft>> kept = new AtomicReference<>(Optional.empty());
        session.piece(piece -> {
            BodyDecoder.Decoded decoded = BodyDecoder.decode(leaf, piece.scratch(), piece.budget());
            if (decoded.loose()) {
                told.changed(
                        "message.encoding-loose", leaf.path(), leaf.transfer().toString());
            }
            kept.set(Optional.of(leaf(piece, leaf, names, decoded.content())));
        });
        return kept.get().orElseThrow();
    }

    private Draft leaf(Session piece, MimePart.Leaf leaf, List<String> names, Content content) {
        String type = leaf.type().toString();
        if (REPORTS.contains(type)) {
            return report(leaf, content);
        }
        if (type.equals("text/rfc822-headers")) {
            return bodies.headers(leaf, content);
        }
        if (TnefReader.isTnef(content)) {
            told.changed("message.tnef", leaf.path(), "");
            return new ItemParts(piece, told, store, attachments, verifying).opened(content, leaf.path());
        }
        if (SEALED.contains(type)) {
            return sealed(piece, leaf, content);
        }
        boolean body = !leaf.disposition().attachment() && names.isEmpty();
        if (body && (type.equals("text/plain") || type.equals("text/html") || type.equals("text/enriched"))) {
            List<HeaderLine> description = leaf.path().isEmpty() ? List.of() : headers.description(leaf);
            return bodies.keep(piece, leaf, content, headers.parameters(leaf, type), description);
        }
        boolean message = type.equals("message/rfc822") || type.equals("message/global");
        Attachment.Described file = new Attachment.Described(
                leaf.path(),
                names.isEmpty() ? Names.invented(leaf) : names.getFirst(),
                !names.isEmpty(),
                headers.parameters(leaf, type),
                leaf.path().isEmpty() ? List.of() : headers.description(leaf),
                Optional.of(leaf));
        return attachments.keep(piece, file, content, message ? Set.of("eml", "mhtml") : Set.of());
    }

    /** Signed content stands there in place of what was around it; encrypted content stays closed. */
    private Draft sealed(Session piece, MimePart.Leaf leaf, Content content) {
        Optional<Content> signed = SignedContent.of(content, piece);
        if (signed.isEmpty()) {
            if (leaf.path().isEmpty()) {
                throw new PasswordNeeded("S/MIME: encrypted to the holder of a certificate");
            }
            return refused(leaf, "message.encrypted");
        }
        if (++seals > MOST_SEALS) {
            throw Refusal.of("message.limit", "signatures around signatures");
        }
        told.removed("message.signature", leaf.path(), leaf.type().toString());
        MimePart inner = MimeReader.read(signed.get(), session.budget(), leaf.path());
        Readings.compare(signed.get(), inner, session);
        return keep(inner);
    }

    private Draft report(MimePart.Leaf leaf, Content content) {
        Content kept = StatusReport.keep(content, told, leaf.path());
        BodyStore.Span span = store.add(kept);
        HeaderLine type = new HeaderLine("Content-Type", leaf.type().toString().replace("global-", ""));
        return Draft.of(whole -> new Entity.Leaf(List.of(type), span.in(whole), BodyForm.SEVEN_BIT));
    }

    /** Parts that nobody can look into, or that lead elsewhere (RFC 2046 §5.2.2 and §5.2.3, RFC 8551, RFC 3156). */
    private Optional<Draft> refusedKind(MimePart.Leaf leaf) {
        Function<String, Optional<Draft>> no = code -> Optional.of(refused(leaf, code));
        return switch (leaf.type().toString()) {
            case "message/partial" -> no.apply("message.partial");
            case "message/external-body" -> no.apply("message.external-body");
            case "application/pgp-encrypted" -> no.apply("message.encrypted");
            default -> Optional.empty();
        };
    }

    /** A message that is nothing else is refused whole. */
    private Draft refused(MimePart part, String code) {
        if (part.path().isEmpty()) {
            throw Refusal.of(code, part.type().toString());
        }
        String name = Names.all(part).stream().findFirst().orElse(Names.invented(part));
        return attachments.notice(part.path(), name, FindingKind.of(code));
    }

    static HeaderLine textType(String type, String charset, List<String> parameters) {
        List<String> all = new ArrayList<>();
        all.add("charset=" + charset);
        all.addAll(parameters);
        return Parameters.field("Content-Type", type, all);
    }
}

package jp.kiyome.message.keep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.message.mime.Ambiguous;
import jp.kiyome.message.mime.BodyDecoder;
import jp.kiyome.message.mime.MimePart;
import jp.kiyome.message.mime.Transfer;
import jp.kiyome.message.witness.Agreement;
import jp.kiyome.message.witness.AngusWitness;
import jp.kiyome.message.witness.Fingerprint;
import jp.kiyome.message.witness.Mime4jWitness;
import jp.kiyome.message.witness.Seen;
import jp.kiyome.message.witness.Witness;

/** Asks other readers what they see: a part that only they see is not inspected, so the message is refused. Not thread-safe. */
public final class Readings {

    private static final List<Witness> WITNESSES = List.of(new Mime4jWitness(), new AngusWitness());

    /** Bodies that are decoded side by side, bytes in all; larger ones one after the other. */
    private static final long TOGETHER = 8 << 20;

    private final Set<Fingerprint> own = new HashSet<>();
    private boolean looseText;

    private Readings() {}

    /**
     * Compares what others see with what was read.
     *
     * @throws jp.kiyome.core.finding.Refusal with {@code message.ambiguous-structure} where a witness sees what we do not
     */
    public static void compare(Content message, MimePart read, Session session) {
        List<MimePart.Leaf> leaves = new ArrayList<>();
        collect(read, leaves);
        Readings readings = new Readings();
        if (leaves.stream().mapToLong(leaf -> leaf.body().size()).sum() > TOGETHER) {
            for (MimePart.Leaf leaf : leaves) {
                session.piece(piece -> readings.add(leaf, decoded(leaf, piece)));
            }
            readings.ask(message, session);
            return;
        }
        session.piece(piece -> {
            List<BodyDecoder.Decoded> all =
                    leaves.stream().map(leaf -> decoded(leaf, piece)).toList();
            List<Content> own = all.stream().map(BodyDecoder.Decoded::content).toList();
            if (!WITNESSES.stream().allMatch(one -> Agreement.holds(one, message, own, piece.budget()))) {
                for (int i = 0; i < all.size(); i++) {
                    readings.add(leaves.get(i), all.get(i));
                }
                readings.ask(message, piece);
            }
        });
    }

    private static void collect(MimePart part, List<MimePart.Leaf> leaves) {
        switch (part) {
            case MimePart.Multipart multipart -> multipart.parts().forEach(inner -> collect(inner, leaves));
            case MimePart.Leaf leaf -> leaves.add(leaf);
        }
    }

    private static BodyDecoder.Decoded decoded(MimePart.Leaf leaf, Session piece) {
        return BodyDecoder.decode(leaf, piece.scratch(), piece.budget());
    }

    private void ask(Content message, Session session) {
        for (Witness witness : WITNESSES) {
            for (Seen seen : witness.look(message, session.budget())) {
                expect(seen, witness);
            }
        }
    }

    private void add(MimePart.Leaf leaf, BodyDecoder.Decoded decoded) {
        own.add(Fingerprint.of(decoded.content()));
        looseText |= decoded.loose() && leaf.type().isText();
        if (decoded.loose() && leaf.transfer() == Transfer.BASE64) {
            // Readers differ in the last byte or two of base64 that was cut off.
            long size = decoded.content().size();
            for (long less = 1; less <= Math.min(2, size); less++) {
                own.add(Fingerprint.of(decoded.content().slice(0, size - less)));
            }
        }
        if (leaf.transfer() != Transfer.IDENTITY) {
            // Whoever does not decode it sees nothing but the code.
            own.add(Fingerprint.of(leaf.body()));
        }
    }

    private void expect(Seen seen, Witness witness) {
        boolean text = looseText && seen.type().startsWith("text/");
        if (seen.bytes().size() > 0 && !text && !own.contains(seen.bytes())) {
            throw Ambiguous.structure(witness.name() + " sees a part of "
                    + seen.bytes().size() + " bytes that others do not: " + seen.type());
        }
    }
}

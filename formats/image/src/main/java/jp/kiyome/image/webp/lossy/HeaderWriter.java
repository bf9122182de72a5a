package jp.kiyome.image.webp.lossy;

/** Writes a key frame's header (RFC 6386 section 19.2). Not for sharing. */
final class HeaderWriter {

    private final BoolEncoder out;

    HeaderWriter(BoolEncoder out) {
        this.out = out;
    }

    void write(FrameHeader header, int[] probabilities, Census census) {
        out.flag(false);
        out.flag(header.clamping());
        segments(header.segments());
        filter(header.filter());
        out.number(0, 2);
        FrameHeader.Quantisers quantisers = header.quantisers();
        out.number(quantisers.lumaAc(), 7);
        out.optionalSigned(quantisers.lumaDc(), 4);
        out.optionalSigned(quantisers.luma2Dc(), 4);
        out.optionalSigned(quantisers.luma2Ac(), 4);
        out.optionalSigned(quantisers.chromaDc(), 4);
        out.optionalSigned(quantisers.chromaAc(), 4);
        out.flag(false);
        for (int i = 0; i < probabilities.length; i++) {
            boolean changed = probabilities[i] != Vp8Tables.TOKENS[i];
            out.bit(changed ? 1 : 0, Vp8Tables.UPDATES[i]);
            if (changed) {
                out.number(probabilities[i], 8);
            }
        }
        out.flag(census.skips());
        if (census.skips()) {
            out.number(census.skipProbability(), 8);
        }
    }

    private void segments(FrameHeader.Segments segments) {
        out.flag(segments.enabled());
        if (!segments.enabled()) {
            return;
        }
        out.flag(segments.map());
        out.flag(true);
        out.flag(segments.absolute());
        for (int i = 0; i < 4; i++) {
            out.optionalSigned(segments.quantisers().at(i), 7);
        }
        for (int i = 0; i < 4; i++) {
            out.optionalSigned(segments.filterLevels().at(i), 6);
        }
        for (int i = 0; segments.map() && i < 3; i++) {
            boolean said = segments.tree().at(i) != 255;
            out.flag(said);
            if (said) {
                out.number(segments.tree().at(i), 8);
            }
        }
    }

    private void filter(FrameHeader.Filter filter) {
        out.flag(filter.simple());
        out.number(filter.level(), 6);
        out.number(filter.sharpness(), 3);
        out.flag(filter.deltas());
        if (filter.deltas()) {
            out.flag(true);
            out.optionalSigned(filter.reference(), 6);
            for (int i = 1; i < 4; i++) {
                out.optionalSigned(0, 6);
            }
            out.optionalSigned(filter.submodes(), 6);
            for (int i = 1; i < 4; i++) {
                out.optionalSigned(0, 6);
            }
        }
    }
}

package jp.kiyome.testcorpus.scan;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.testcorpus.scan.pdf.PdfScan;

/**
 * Every layer of a file, as deep as it can be decoded: archives in archives, texts and attributes of XML, deflate streams,
 * base64, hex and percent-encoding.
 */
public final class Layers {

    private static final int DEPTH = 8;
    private static final long TOTAL = 1L << 30;

    private final List<Layer> all = new ArrayList<>();
    private long total;

    private Layers() {}

    /** The file itself first. */
    public static List<Layer> of(byte[] file) {
        Layers layers = new Layers();
        layers.walk(new Layer("", file), 0);
        return List.copyOf(layers.all);
    }

    /** The layers in which a text stands. */
    public static List<String> holding(byte[] file, String text) {
        return of(file).stream().filter(l -> l.contains(text)).map(Layer::path).toList();
    }

    private void walk(Layer layer, int depth) {
        total += layer.bytes().length;
        if (total > TOTAL) {
            throw new IllegalStateException("more than " + TOTAL + " bytes of layers");
        }
        all.add(layer);
        if (depth < DEPTH) {
            below(layer).forEach(inner -> walk(inner, depth + 1));
        }
    }

    private static List<Layer> below(Layer layer) {
        if (layer.startsWith('P', 'K', 3, 4)) {
            return ZipMembers.of(layer);
        }
        if (LzhMembers.looksLikeOne(layer)) {
            return LzhMembers.of(layer);
        }
        if (SevenZipMembers.looksLikeOne(layer)) {
            return SevenZipMembers.of(layer);
        }
        if (Tape.is(layer)) {
            return Tape.members(layer);
        }
        if (MailParts.looksLikeMail(layer)) {
            return MailParts.of(layer);
        }
        if (XmlText.looksLikeXml(layer)) {
            return XmlText.of(layer);
        }
        List<Layer> below = new ArrayList<>();
        JtdScan.compressed(layer).ifPresent(below::add);
        if (XdwScan.is(layer)) {
            below.addAll(XdwScan.layers(layer));
        }
        if (layer.startsWith(0x89, 'P', 'N', 'G')) {
            below.addAll(PngChunks.of(layer));
        } else if (!layer.path().endsWith(Streams.INFLATED)) {
            below.addAll(Streams.of(layer));
        }
        if (layer.startsWith('%', 'P', 'D', 'F', '-')) {
            below.add(new Layer(layer.path() + "/words", PdfScan.words(layer.bytes())));
        }
        AcrobatObject.pdf(layer.bytes()).ifPresent(pdf -> below.add(new Layer(layer.path() + "/contents.pdf", pdf)));
        below.addAll(Encodings.of(layer));
        return below;
    }
}

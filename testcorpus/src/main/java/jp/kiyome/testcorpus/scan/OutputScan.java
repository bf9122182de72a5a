package jp.kiyome.testcorpus.scan;

import java.nio.BufferUnderflowException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jp.kiyome.testcorpus.scan.cad.DxfDump;
import jp.kiyome.testcorpus.scan.cad.DxfScan;
import jp.kiyome.testcorpus.scan.pdf.PdfScan;
import jp.kiyome.testcorpus.scan.picture.PictureScan;

/** Looks at a whole output, with every package inside it, for what must not be there. */
public final class OutputScan {

    private static final List<Check> CHECKS = List.of(
            new ArchiveCheck(),
            new PackageCheck(),
            new ForbiddenCheck(),
            new FieldCheck(),
            new FormulaCheck(),
            new StringCheck(),
            new CellCheck(),
            new XlsbScan(),
            new NameCheck(),
            new ActionCheck(),
            new ReferenceCheck(),
            new IdCheck());

    private OutputScan() {}

    /** Everything found, in order; empty for a clean file. */
    public static List<Survivor> of(byte[] file) {
        TreeSet<Survivor> found = new TreeSet<>();
        for (Layer layer : Layers.of(file)) {
            if (isPdf(layer)) {
                found.addAll(PdfCheck.look(layer));
            }
            if (isFile(layer)) {
                PictureScan.of(layer.bytes())
                        .forEach(what -> found.add(new Survivor(Survivor.Kind.STRUCTURE, layer.path(), what)));
            }
            if (HtmlScan.isLookedAt(layer)) {
                HtmlScan.look(
                        layer, (kind, where, what) -> found.add(new Survivor(kind, layer.path() + "/" + where, what)));
            }
            drawing(layer, (kind, where, what) -> found.add(new Survivor(kind, layer.path() + "/" + where, what)));
            if (layer.path().isEmpty() && DxfDump.is(layer.bytes())) {
                DxfScan.look(
                        layer.bytes(),
                        (acts, what) -> found.add(new Survivor(
                                acts ? Survivor.Kind.VECTOR : Survivor.Kind.STRUCTURE, layer.path() + "/dxf", what)));
            }
            if (RtfScan.is(layer)) {
                RtfScan.look(
                        layer, (kind, where, what) -> found.add(new Survivor(kind, layer.path() + "/" + where, what)));
            }
            if (OdfScan.isFlat(layer)) {
                OdfScan.flat(
                        layer, (kind, where, what) -> found.add(new Survivor(kind, layer.path() + "/" + where, what)));
            }
            if (OdfScan.isPackage(layer)) {
                OdfScan.look(
                        layer, (kind, where, what) -> found.add(new Survivor(kind, layer.path() + "/" + where, what)));
            } else if (layer.startsWith('P', 'K', 3, 4)) {
                Opc opc = Opc.of(layer);
                if (opc.isPackage()) {
                    CHECKS.forEach(check -> check.look(
                            layer,
                            opc,
                            (kind, where, what) -> found.add(new Survivor(kind, layer.path() + "/" + where, what))));
                } else {
                    PlainArchive.look(
                            layer,
                            (kind, where, what) -> found.add(new Survivor(kind, layer.path() + "/" + where, what)));
                }
            }
            if (isFile(layer) && CompoundStreams.is(layer)) {
                compound(layer, (kind, where, what) -> found.add(new Survivor(kind, layer.path() + "/" + where, what)));
            }
            if (JwwScan.is(layer)) {
                JwwScan.look(
                        layer, (kind, where, what) -> found.add(new Survivor(kind, layer.path() + "/" + where, what)));
            }
            if (ExchangeScan.is(layer)) {
                ExchangeScan.look(
                        layer, (kind, where, what) -> found.add(new Survivor(kind, layer.path() + "/" + where, what)));
            }
            if (XdwScan.is(layer)) {
                XdwScan.look(
                        layer, (kind, where, what) -> found.add(new Survivor(kind, layer.path() + "/" + where, what)));
            }
            if (Tape.is(layer)) {
                Tape.look(
                        layer, (kind, where, what) -> found.add(new Survivor(kind, layer.path() + "/" + where, what)));
            }
        }
        return List.copyOf(found);
    }

    /** What cannot be read to its end was not looked through: that is told, too. */
    private static void compound(Layer layer, Check.Found found) {
        try {
            Map<String, byte[]> streams = CompoundStreams.of(layer.bytes());
            if (PptScan.is(streams)) {
                PptScan.look(streams, found);
            } else if (XlsScan.is(streams)) {
                XlsScan.look(streams, found);
            } else if (WordScan.is(streams)) {
                WordScan.look(streams, found);
            } else if (JtdScan.is(streams)) {
                JtdScan.look(streams, found);
            }
        } catch (IllegalStateException | IndexOutOfBoundsException | BufferUnderflowException broken) {
            found.structure("", "cannot be read: " + broken);
        }
    }

    /** A file, or one that was decoded out of another; not the text of one, where a step of decoding changed a few bytes. */
    private static boolean isPdf(Layer layer) {
        return isFile(layer)
                ? PdfScan.isPdf(layer.bytes())
                : layer.startsWith('%', 'P', 'D', 'F', '-') && !layer.path().endsWith("/percent");
    }

    /** Files have an extension; what was decoded out of one by chance, and broken by it, has none. */
    private static boolean isFile(Layer layer) {
        String name = layer.path().substring(layer.path().lastIndexOf('/') + 1);
        return layer.path().isEmpty() || name.indexOf('.') > 0;
    }

    private static void drawing(Layer layer, Check.Found found) {
        if (isFile(layer) && MetafileScan.isEmf(layer)) {
            MetafileScan.emf(layer, found);
        } else if (isFile(layer) && MetafileScan.isWmf(layer)) {
            MetafileScan.wmf(layer, found);
        } else if (XmlText.looksLikeXml(layer) && layer.contains("http://www.w3.org/2000/svg")) {
            XmlPart part = XmlPart.read(layer.bytes());
            if (SvgScan.isSvg(part)) {
                SvgScan.look(part, found);
            }
        }
    }

    /** What was found that did not stand in the input already, of the kinds that an input may bring along. */
    public static List<Survivor> of(byte[] output, byte[] input) {
        List<Survivor> before = of(input);
        return of(output).stream()
                .filter(s -> s.kind() == Survivor.Kind.VECTOR || !before.contains(s))
                .toList();
    }
}

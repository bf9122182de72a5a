package jp.kiyome.image.svg;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import jp.kiyome.container.xml.AllowList;
import jp.kiyome.container.xml.FilterHost;
import jp.kiyome.container.xml.XmlFilter;
import jp.kiyome.container.xml.XmlReader;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.image.stream.RasterRebuilder;

/**
 * Rebuilds SVG documents (SVG 2, SVG 1.1): a first walk keeps what the lists name, a second one counts what would be drawn and which
 * names are used, a third one writes numbers for names. Stateless; may be shared.
 */
public final class SvgRebuilder implements RasterRebuilder {

    public static final FileType TYPE = FileType.of("svg", "image/svg+xml", "svg");

    private static final AllowList LIST =
            new AllowList(file -> SvgRebuilder.class.getResourceAsStream(file), SvgHost.RULES);
    private static final String ROOT = "svg:svg";
    /** Leaving something out may leave names without a use, which shows in the next round only. */
    private static final int MOST_ROUNDS = 4;

    @Override
    public FileType type() {
        return TYPE;
    }

    /** Whether the root element is that of SVG. Never throws for bad input. */
    public static boolean recognizes(Content content) {
        if (!SvgSource.mayBeXml(content)) {
            return false;
        }
        try (InputStream in = SvgSource.of(content).stream()) {
            XmlReader reader = LIST.reader(in, 1, SvgRecognition.SILENT);
            return reader.next() == XmlReader.Event.START && reader.name().is(ROOT);
        } catch (Refusal notXml) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void rebuild(Content content, Sink out, Session session) {
        SvgSource source = SvgSource.of(content);
        if (source.hasType()) {
            session.found(Finding.of("svg.doctype", Action.REMOVED, Location.wholeFile()));
        }
        Content kept = filter(source.stream(), new SvgHost(session, new RawNames()), session);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            SurveyedNames names = new SurveyedNames();
            SurveyHost survey = new SurveyHost(session, names);
            filter(kept.stream(), survey, OutputStream.nullOutputStream(), session);
            Set<Long> circular = survey.circularUses();
            if (names.settled() && circular.isEmpty()) {
                copy(kept, out);
                return;
            }
            report(names, circular, session);
            kept = filter(kept.stream(), new NumberingHost(session, names.numbered(), circular), session);
        }
        throw Refusal.of("svg.circle", "");
    }

    private static void report(SurveyedNames names, Set<Long> circular, Session session) {
        if (!names.settled()) {
            session.found(Finding.of("svg.names", Action.CHANGED, Location.wholeFile()));
        }
        circular.forEach(use -> session.found(
                Finding.of("svg.circle", Action.REMOVED, Location.wholeFile().at(ROOT))));
    }

    private static Content filter(InputStream in, FilterHost host, Session session) {
        Sink sink = session.scratch();
        filter(in, host, sink, session);
        return sink.finish();
    }

    private static void filter(InputStream in, FilterHost host, OutputStream out, Session session) {
        try (in) {
            XmlFilter.filter(
                    LIST,
                    List.of(ROOT),
                    host,
                    in,
                    out,
                    session.budget().limits().xmlDepth());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        session.budget().checkTime();
    }

    private static void copy(Content content, Sink out) {
        try (InputStream in = content.stream()) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

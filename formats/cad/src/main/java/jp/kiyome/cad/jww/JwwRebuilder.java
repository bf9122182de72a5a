package jp.kiyome.cad.jww;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;

/**
 * Rebuilds one file: a first look counts what stays, pictures are rebuilt, a second reading writes. Memory does not grow with the
 * number of objects. Not thread-safe.
 */
final class JwwRebuilder {

    static final byte[] SIGNATURE = "JwwData.".getBytes(StandardCharsets.US_ASCII);

    /** The versions whose fields are known, or are taken to be those of 700, the last of which Jw_cad 10 still writes. */
    private static final int OLDEST = 200;

    static final int NEWEST = 899;

    private static final int BODY = 12;

    private final Content content;
    private final Session session;
    private final int version;

    JwwRebuilder(Content content, Session session) {
        this.content = content;
        this.session = session;
        long told = content.size() < BODY ? 0 : content.littleEndian(SIGNATURE.length, 4);
        if (told < OLDEST || told > NEWEST) {
            throw Refusal.of("jww.version", Long.toString(told));
        }
        this.version = (int) told;
    }

    void rebuild(Sink sink) {
        session.budget().checkTime();
        ArchiveWalk look = walk(PictureTexts.of(Map.of()), Noted.NOTHING);
        Survey survey = survey(look);
        Pictures pictures = new Pictures(session, survey.pictures());
        if (version >= Pictures.SINCE && look.in().remaining() > 0) {
            pictures.read(look.in());
        }
        Noted noted = new Noted(session::found);
        if (look.in().remaining() > 0) {
            noted.removed(
                    "jww.trailing-data",
                    "",
                    "offset " + look.in().position(),
                    look.in().remaining() + " bytes");
        }
        write(survey, pictures, noted, new JwwOutput(sink));
    }

    private static Survey survey(ArchiveWalk look) {
        Survey survey = new Survey();
        look.header(new JwwOutput(OutputStream.nullOutputStream()));
        look.list(ArchiveWalk.Kind.DRAWN, survey.drawing());
        look.list(ArchiveWalk.Kind.DEFINITIONS, survey);
        survey.finish();
        return survey;
    }

    private void write(Survey survey, Pictures pictures, Noted noted, JwwOutput out) {
        ArchiveWalk walk = walk(PictureTexts.of(pictures.names()), noted);
        WrittenTags tags = new WrittenTags(out);
        out.raw(SIGNATURE);
        out.u32(version);
        walk.header(out);
        out.count(survey.kept());
        walk.list(ArchiveWalk.Kind.DRAWN, new CopiedList(out, tags, survey, noted));
        out.count(survey.definitions());
        walk.list(ArchiveWalk.Kind.DEFINITIONS, new CopiedDefinitions(out, tags, survey, noted));
        if (version >= Pictures.SINCE) {
            pictures.write(out);
        }
    }

    private ArchiveWalk walk(PictureTexts pictures, Noted noted) {
        TextRules texts = new TextRules(session.policy(), pictures);
        return new ArchiveWalk(content, BODY, version, texts, noted, session.budget());
    }
}

package jp.kiyome.text;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.charset.MalformedText;
import jp.kiyome.core.charset.UnencodableText;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.text.card.CardRebuilder;
import jp.kiyome.text.csv.CsvRebuilder;
import jp.kiyome.text.html.FileHost;
import jp.kiyome.text.json.JsonRebuilder;
import jp.kiyome.text.page.HtmlRebuilder;
import jp.kiyome.text.source.ComparedOutput;
import jp.kiyome.text.source.HeadWatch;
import jp.kiyome.text.source.LineText;
import jp.kiyome.text.source.TextRebuilder;
import jp.kiyome.text.source.TextRecognition;
import jp.kiyome.text.xml.XmlRebuilder;

/** Rebuilds what is written in characters. Stateless; threads share it. */
public final class TextHandler implements Handler {

    private static final List<TextRebuilder> REBUILDERS = List.of(
            new LineText(),
            new CsvRebuilder(),
            new HtmlRebuilder(),
            new JsonRebuilder(),
            new XmlRebuilder(),
            new CardRebuilder());

    @Override
    public List<FileType> types() {
        return REBUILDERS.stream().flatMap(r -> r.types().stream()).toList();
    }

    @Override
    public List<PolicyOption> options() {
        return List.of(HtmlRebuilder.HIDDEN, FileHost.LINKS);
    }

    /** Nothing: characters are no structure, so others come first. */
    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return Optional.empty();
    }

    @Override
    public Optional<FileType> recognizeText(String name, Content content, Budget budget) {
        return TextRecognition.recognize(name, content);
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        session.budget().checkTime();
        try {
            HeadWatch watched = new HeadWatch(out);
            rebuilder(type).rebuild(type, content, watched, session);
            requireStill(type, watched, session);
        } catch (MalformedText text) {
            throw Refusal.of("text.charset", text.encoding().label() + ", " + text.offset());
        } catch (UnencodableText text) {
            throw Refusal.of("text.charset", text.encoding().label());
        }
    }

    /** Behind characters that went another kind of file may begin, which then is what programs take it for. */
    private static void requireStill(FileType type, HeadWatch watched, Session session) {
        Optional<FileType> now = TextRecognition.recognize(session.name(), watched.head());
        if (now.filter(type::equals).isEmpty()) {
            throw Refusal.of("text.hidden-head", now.map(FileType::id).orElse(""));
        }
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        ComparedOutput compared = new ComparedOutput(output);
        try {
            rebuilder(type).rebuild(type, output, compared, session);
        } catch (MalformedText | UnencodableText text) {
            throw new OutputNotClean("the output is no text");
        }
        compared.end();
    }

    private static TextRebuilder rebuilder(FileType type) {
        return REBUILDERS.stream()
                .filter(candidate -> candidate.types().contains(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a type of this handler: " + type));
    }
}

package jp.kiyome.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** Stands in for the handlers of texts, which are another module's: text passes, of HTML what stands between script tags is gone. */
public class StubText implements Handler {

    static final FileType TEXT = FileType.of("txt", "text/plain", "txt");
    static final FileType HTML = FileType.of("html", "text/html", "html", "htm");

    @Override
    public List<FileType> types() {
        return List.of(TEXT, HTML);
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        String start = text(content, 1 << 16);
        boolean binary = start.startsWith("MZ")
                || start.startsWith("%PDF")
                || start.chars().anyMatch(c -> c < 8 || c == 0xFFFD);
        if (start.startsWith(".\r\n")) {
            return Optional.of(TEXT);
        }
        if (binary || content.size() == 0 || MessageStart.isMessage(content) || MessageStart.isMailbox(content)) {
            return Optional.empty();
        }
        String lower = start.toLowerCase(Locale.ROOT);
        boolean html = (lower.contains("<html")
                || lower.contains("<body")
                || lower.contains("<p")
                || lower.contains("<div")
                || lower.contains("<!doctype"));
        return Optional.of(html ? HTML : TEXT);
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        String text = text(content, Integer.MAX_VALUE);
        String clean = type.equals(HTML)
                ? text.replaceAll("(?is)<script.*?</script>", "").replace("\uFEFF", "")
                : text;
        if (type.equals(HTML) && clean.length() < text.replace("\uFEFF", "").length()) {
            session.found(Finding.of("stub.script", Action.REMOVED, Location.wholeFile()));
        }
        byte[] bytes = clean.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        if (type.equals(HTML) && text(output, Integer.MAX_VALUE).contains("<script")) {
            throw new OutputNotClean("a script");
        }
    }

    private static String text(Content content, int most) {
        byte[] bytes = new byte[(int) Math.min(most, content.size())];
        content.copy(0, bytes, 0, bytes.length);
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        return utf8.indexOf('\uFFFD') < 0 || most < Integer.MAX_VALUE
                ? utf8
                : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

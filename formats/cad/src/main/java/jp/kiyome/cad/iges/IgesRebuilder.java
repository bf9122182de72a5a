package jp.kiyome.cad.iges;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;

/** Rebuilds one file: sections in their order, entities in their places. Not thread-safe. */
final class IgesRebuilder {

    /** Columns of parameters in a line; behind them stands the number of the entry. */
    private static final int PARAMETERS = 64;

    private final IgesLines in;
    private final Sink out;
    private final Session session;
    private final List<DirectoryEntry> entries = new ArrayList<>();
    private long startLines;

    IgesRebuilder(Content content, Sink out, Session session) {
        this.in = new IgesLines(content, session.budget());
        this.out = out;
        this.session = session;
    }

    void rebuild() {
        session.budget().checkTime();
        start();
        StringBuilder data = new StringBuilder();
        long globalLines = 0;
        for (; in.peek().section() == 'G'; globalLines++) {
            data.append(in.take().data());
        }
        IgesLine.insist(globalLines > 0, "no global section");
        Globals globals = Globals.of(data.toString(), this::removed);
        List<String> written = Wrapped.lines(globals.fields(), IgesLine.DATA);
        for (int i = 0; i < written.size(); i++) {
            line(out, written.get(i), 'G', i + 1);
        }
        directory();
        parameters(globals, written.size(), globalLines);
    }

    private void start() {
        long lines = 0;
        boolean said = false;
        for (; in.peek().section() == 'S'; lines++) {
            said |= !in.take().data().isBlank();
        }
        IgesLine.insist(lines > 0, "no start section");
        startLines = lines;
        if (said) {
            removed("iges.start", "S");
        }
        line(out, "", 'S', 1);
    }

    private void directory() {
        while (in.peek().section() == 'D') {
            IgesLine one = in.take();
            IgesLine.insist(in.peek().section() == 'D', "half an entry");
            DirectoryEntry entry = DirectoryEntry.of(one, in.take());
            long number = one.number();
            if (EntityTypes.IGES.known(entry.type()) || entry.type() == 0) {
                entries.add(entry.type() == 0 ? entry.nothing() : entry);
            } else {
                removed(
                        EntityTypes.IGES.acts(entry.type()) ? "iges.external" : "iges.entity",
                        number + ": " + entry.type());
                entries.add(entry.nothing());
            }
        }
        IgesLine.insist(!entries.isEmpty(), "no directory");
        IgesLine.insist(entries.stream().allMatch(entry -> entry.closed(entries.size())), "a pointer to nothing");
    }

    private void parameters(Globals globals, long globalWritten, long globalLines) {
        Sink spooled = session.scratch();
        long line = 1;
        long read = 1;
        for (int i = 0; i < entries.size(); i++) {
            DirectoryEntry entry = entries.get(i);
            IgesLine.insist(entry.from() == read && entry.lines() > 0, "parameters out of order");
            List<String> lines = Wrapped.lines(fields(entry, 2 * i + 1, globals), PARAMETERS);
            line(out, entry.one(line), 'D', 2L * i + 1);
            line(out, entry.two(lines.size()), 'D', 2L * i + 2);
            for (String values : lines) {
                String padded = String.format(Locale.ROOT, "%-64s%8d", values, 2 * i + 1);
                line(spooled, padded, 'P', line++);
            }
            read += entry.lines();
        }
        copy(spooled.finish());
        end(globalLines, read - 1);
        terminate(globalWritten, line - 1);
    }

    private List<Field> fields(DirectoryEntry entry, int number, Globals globals) {
        StringBuilder data = new StringBuilder();
        for (long i = 0; i < entry.lines(); i++) {
            IgesLine line = in.peek();
            boolean sound =
                    line.section() == 'P' && IgesLine.integer(line.data().substring(PARAMETERS)) == number;
            IgesLine.insist(sound, "parameters of another entry");
            data.append(in.take().data(), 0, PARAMETERS);
        }
        if (entry.type() == 0) {
            return List.of(new Field.Numeral("0"));
        }
        FreeForm form = new FreeForm(data.toString(), globals.between(), globals.behind());
        List<Field> fields = form.fields();
        boolean typed = fields.getFirst() instanceof Field.Numeral(String digits)
                && digits.equals(Integer.toString(entry.type()));
        IgesLine.insist(typed, "parameters of another type");
        if (form.commented()) {
            removed("iges.comment", "P of " + number);
        }
        String place = number + ": " + entry.type();
        return Texts.cleaned(fields, () -> changed("iges.value", place), () -> changed("iges.path", place));
    }

    /** The terminate section counts the lines of the others. */
    private void end(long globalLines, long parameterLines) {
        IgesLine last = in.peek();
        IgesLine.insist(last.section() == 'T', "no terminate section");
        String counts = in.take().data();
        boolean sound = counts.charAt(0) == 'S'
                && counts.charAt(8) == 'G'
                && counts.charAt(16) == 'D'
                && counts.charAt(24) == 'P'
                && IgesLine.integer(counts.substring(1, 8)) == startLines
                && IgesLine.integer(counts.substring(9, 16)) == globalLines
                && IgesLine.integer(counts.substring(17, 24)) == 2L * entries.size()
                && IgesLine.integer(counts.substring(25, 32)) == parameterLines;
        IgesLine.insist(sound, "counts that are not so");
        if (!counts.substring(32).isBlank() || !in.ended()) {
            removed("iges.trailing-data", "T");
        }
    }

    private void terminate(long globals, long parameters) {
        String counts = String.format(Locale.ROOT, "S%7dG%7dD%7dP%7d", 1, globals, 2 * entries.size(), parameters);
        line(out, counts, 'T', 1);
    }

    private static void line(Sink sink, String data, char section, long number) {
        String text = String.format(Locale.ROOT, "%-72s%c%7d\n", data, section, number);
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        sink.write(bytes, 0, bytes.length);
    }

    private void copy(Content content) {
        byte[] buffer = new byte[1 << 14];
        for (long at = 0; at < content.size(); ) {
            int length = (int) Math.min(buffer.length, content.size() - at);
            content.copy(at, buffer, 0, length);
            out.write(buffer, 0, length);
            at += length;
        }
    }

    private void removed(String code, String place) {
        session.found(Finding.of(code, Action.REMOVED, Location.wholeFile().at(place)));
    }

    private void changed(String code, String place) {
        session.found(Finding.of(code, Action.CHANGED, Location.wholeFile().at(place)));
    }
}

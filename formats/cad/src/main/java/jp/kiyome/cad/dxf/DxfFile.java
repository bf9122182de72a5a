package jp.kiyome.cad.dxf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.cad.dxf.pairs.CodePage;
import jp.kiyome.cad.dxf.pairs.PairSource;
import jp.kiyome.cad.dxf.pairs.RecordReader;
import jp.kiyome.core.charset.CharsetDetector;
import jp.kiyome.core.charset.CharsetGuess;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/**
 * A drawing as one look over all its pairs shows it: its form, version, charset and sections.
 *
 * @param page the charset that texts are read in
 * @param written the charset that they are written in: the same, unless the drawing is not in the one that its version has
 * @param comments whether comments stand between its pairs
 * @param outside whether pairs stand in no section: readers skip them
 * @param ended whether it says where it ends
 * @param behind whether anything but white space stands behind its end
 */
record DxfFile(
        Content content,
        Form form,
        CodePage page,
        CodePage written,
        List<Section> sections,
        boolean comments,
        boolean outside,
        boolean ended,
        boolean behind) {

    /** R2.2 to 2018 (DXF reference, $ACADVER). A drawing that says nothing is of R12 or earlier. */
    private static final Set<String> VERSIONS = Set.of(
            "AC1001", "AC1002", "AC1003", "AC1004", "AC1006", "AC1009", "AC1012", "AC1014", "AC1015", "AC1018",
            "AC1021", "AC1024", "AC1027", "AC1032");

    private static final String OLD = "AC1009";
    private static final String FIRST_OF_UNICODE = "AC1021";

    private static final int PAIRS_TO_TIME_CHECK = 4096;

    static DxfFile of(Content content, Budget budget) {
        return new Look(content, budget).run();
    }

    /** Whether texts are written in another charset than they are read in. */
    boolean transcoded() {
        return page != written;
    }

    RecordReader records(Section section, Budget budget) {
        int mark = section.name().equals("HEADER") ? 9 : 0;
        return new RecordReader(form.source(content, section.start()), page, budget, mark);
    }

    /** All sections of a name, in order. */
    List<Section> sections(String name) {
        return sections.stream().filter(section -> section.name().equals(name)).toList();
    }

    /** The look over all pairs. */
    private static final class Look {

        private final Content content;
        private final Budget budget;
        private final Form form;
        private final PairSource source;
        private final List<Section> sections = new ArrayList<>();
        private String version = "";
        private String pageName = "";
        private String variable = "";
        private boolean ended;
        private boolean outside;
        private boolean utf8 = true;

        Look(Content content, Budget budget) {
            this.content = content;
            this.budget = budget;
            this.form = Form.of(content);
            this.source = form.source(content, form.first());
        }

        DxfFile run() {
            budget.checkTime();
            while (!ended && source.next()) {
                String name = source.code() == 0 ? source.raw().strip() : "";
                switch (name) {
                    case "EOF" -> ended = true;
                    case "SECTION" -> section();
                    default -> outside = true;
                }
            }
            CodePage page = page();
            CodePage written = unicode() && !utf8 ? CodePage.utf8() : page;
            return new DxfFile(
                    content, form, page, written, sections, source.skippedComment(), outside, ended, behind());
        }

        private void section() {
            if (!source.next() || source.code() != 2) {
                throw fault("a section without a name");
            }
            String name = source.raw().strip();
            int count = 0;
            boolean first = true;
            while (source.next()) {
                if (first) {
                    sections.add(new Section(name, source.start()));
                    first = false;
                }
                if (++count % PAIRS_TO_TIME_CHECK == 0) {
                    budget.checkTime();
                }
                utf8 = utf8 && CodePage.isUtf8(source.raw());
                if (source.code() == 0 && endsSection()) {
                    return;
                }
                if (name.equals("HEADER")) {
                    header();
                }
            }
            throw Refusal.of("dxf.truncated", Location.ofPart(name), "");
        }

        private boolean endsSection() {
            String name = source.raw().strip();
            if (name.equals("SECTION") || name.equals("EOF")) {
                throw fault("a section without an end");
            }
            return name.equals("ENDSEC");
        }

        private void header() {
            if (source.code() == 9) {
                variable = source.raw().strip();
            } else if (variable.equals("$ACADVER") && source.code() == 1) {
                version = source.raw().strip();
            } else if (variable.equals("$DWGCODEPAGE") && source.code() == 3) {
                pageName = source.raw().strip();
            }
        }

        private CodePage page() {
            if (!version.isEmpty() && !VERSIONS.contains(version)) {
                throw Refusal.of("dxf.version", version);
            }
            if (unicode() && utf8) {
                return CodePage.utf8();
            }
            return pageName.isEmpty() ? guessed() : CodePage.named(pageName);
        }

        private boolean unicode() {
            return (version.isEmpty() ? OLD : version).compareTo(FIRST_OF_UNICODE) >= 0;
        }

        /** Before a drawing said its page, it was the one of the machine. */
        private CodePage guessed() {
            Optional<Encoding> encoding = form.binary()
                    ? Optional.empty()
                    : CharsetDetector.of(content).map(CharsetGuess::encoding);
            return switch (encoding.orElse(Encoding.WINDOWS_1252)) {
                case UTF_8 -> CodePage.utf8();
                case CP932 -> CodePage.named("ANSI_932");
                case EUC_JP, US_ASCII, WINDOWS_1252, UTF_16LE, UTF_16BE, ISO_2022_JP -> CodePage.named("ANSI_1252");
            };
        }

        private boolean behind() {
            if (!ended) {
                return false;
            }
            long end = source.end();
            for (long i = end; i < content.size(); i++) {
                int c = content.byteAt(i);
                if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                    return true;
                }
            }
            return false;
        }

        private Refusal fault(String what) {
            return Refusal.of("dxf.structure", Location.wholeFile().at("byte " + source.start()), what);
        }
    }
}

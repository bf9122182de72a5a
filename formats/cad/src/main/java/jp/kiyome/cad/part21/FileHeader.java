package jp.kiyome.cad.part21;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;

/**
 * The header section (ISO 10303-21, 8): what the file is, not who made it.
 *
 * @param description what the file says of itself
 * @param level of the implementation
 * @param name of the file, without a path
 * @param time when it was made
 * @param program version of the preprocessor, by which readers of SXF tell versions
 * @param schemas the schemas of the data
 */
public record FileHeader(
        List<String> description, String level, String name, String time, String program, List<String> schemas) {

    private static final String PROGRAM = "SCADEC_API_Ver[0-9.]{1,8}\\$\\$[0-9.]{1,8}";
    private static final int LONGEST = 1024;

    /**
     * Reads one, from behind {@code ISO-10303-21;} to {@code ENDSEC;}.
     *
     * @param findings takes what does not stay
     */
    public static FileHeader read(Reading in, Consumer<Finding> findings) {
        Lexer lexer = in.lexer();
        lexer.insist(lexer.keyword().equals("HEADER"), "no header");
        lexer.expect(';');
        Entity description = section(in, "FILE_DESCRIPTION", 2);
        Entity name = section(in, "FILE_NAME", 7);
        Entity schema = section(in, "FILE_SCHEMA", 1);
        for (String more = lexer.keyword(); !more.equals("ENDSEC"); more = lexer.keyword()) {
            Entity entity = in.entity(more);
            lexer.expect(';');
            removed(findings, "part21.header", entity.name(), "");
        }
        lexer.expect(';');
        return of(description.parameters(), name.parameters(), schema.parameters(), lexer, findings);
    }

    private static Entity section(Reading in, String wanted, int parameters) {
        Entity entity = in.entity();
        in.lexer().expect(';');
        boolean sound = entity.name().equals(wanted) && entity.parameters().size() == parameters;
        in.lexer().insist(sound, "no " + wanted);
        return entity;
    }

    private static FileHeader of(
            List<Value> description, List<Value> name, List<Value> schema, Lexer lexer, Consumer<Finding> findings) {
        List<String> schemas =
                texts(schema.getFirst()).stream().map(String::strip).toList();
        lexer.insist(
                !schemas.isEmpty() && schemas.stream().allMatch(each -> each.matches("[A-Za-z0-9_ {}.()-]{1,200}")),
                "no schema");
        String program = text(name.get(4));
        for (int field : new int[] {2, 3, 4, 5, 6}) {
            String told = String.join(", ", texts(name.get(field)));
            if (!told.isBlank() && !(field == 4 && told.matches(PROGRAM))) {
                removed(findings, "part21.author", "FILE_NAME " + (field + 1), told);
            }
        }
        String level = text(description.get(1)).strip();
        return new FileHeader(
                texts(description.getFirst()).stream()
                        .map(FileHeader::shortened)
                        .toList(),
                level.matches("[1-4](;[1-3])?") ? level : "2;1",
                bare(text(name.getFirst()), findings),
                time(text(name.get(1)).strip(), findings),
                program.matches(PROGRAM) ? program : "",
                schemas);
    }

    private static String bare(String name, Consumer<Finding> findings) {
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        if (!bare.equals(name)) {
            removed(findings, "part21.path", "FILE_NAME 1", name);
        }
        return shortened(bare);
    }

    private static String time(String time, Consumer<Finding> findings) {
        if (time.isEmpty() || time.matches("[-0-9T:+.Z ]{1,40}")) {
            return time;
        }
        removed(findings, "part21.header", "FILE_NAME 2", time);
        return "";
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static void removed(Consumer<Finding> findings, String code, String place, String detail) {
        findings.accept(
                Finding.of(code, Action.REMOVED, Location.ofPart("HEADER").at(place), detail));
    }

    private static String text(Value value) {
        return value instanceof Value.Text(String text) ? Strings.clean(text) : "";
    }

    private static List<String> texts(Value value) {
        return value instanceof Value.Items(List<Value> items)
                ? items.stream().map(FileHeader::text).toList()
                : List.of(text(value));
    }

    /** From {@code ISO-10303-21;} to {@code ENDSEC;}. */
    public String written() {
        return "ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION(" + list(description) + "," + Strings.encoded(level)
                + ");\nFILE_NAME(" + Strings.encoded(name) + "," + Strings.encoded(time) + ",(''),(''),"
                + Strings.encoded(program) + ",'','');\nFILE_SCHEMA(" + list(schemas) + ");\nENDSEC;\n";
    }

    private static String list(List<String> texts) {
        return texts.stream().map(Strings::encoded).collect(Collectors.joining(",", "(", ")"));
    }
}

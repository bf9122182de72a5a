package jp.kiyome.office.ooxml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.XmlReader;
import jp.kiyome.container.zip.ZipMember;
import org.jspecify.annotations.Nullable;

/** Reads the workbook part for its sheets and names, before anything that refers to them is filtered. */
final class WorkbookSurvey {

    /** Names that run by themselves when they stand for macros ([MS-XLS] 2.5.114); Excel accepts a suffix. */
    private static final Pattern AUTOMATIC = Pattern.compile("(?i)(_xlnm\\.)?auto_(open|close|activate|deactivate).*");

    private static final List<String> SHEETS = List.of("worksheet", "chartsheet");

    private record Name(String name, String code, String formula) {}

    private final PartScope scope;
    private final List<Boolean> sheets = new ArrayList<>();
    private final Set<String> sheetNames = new HashSet<>();
    private final List<Name> names = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final StringBuilder formula = new StringBuilder();
    private @Nullable Name open;
    private int carried;
    private int visible = -1;

    private WorkbookSurvey(PartScope scope) {
        this.scope = scope;
    }

    static WorkbookFacts of(PackageWalk walk) {
        Optional<ZipMember> workbook = walk.opc().relationships("").stream()
                .filter(r -> r.type().equals("officeDocument") && !r.external())
                .findFirst()
                .flatMap(r -> PartName.resolve("", r.target()))
                .flatMap(walk.opc()::part);
        if (workbook.isEmpty()) {
            return WorkbookFacts.none();
        }
        ZipMember member = workbook.get();
        WorkbookSurvey survey =
                new WorkbookSurvey(new PartScope(walk, walk.kinds().kind("workbook"), member.name()));
        return walk.opc().read(member, in -> survey.read(walk.opc().reader(in, member.name())));
    }

    private WorkbookFacts read(XmlReader reader) {
        for (XmlReader.Event event = reader.next(); event != XmlReader.Event.DOCUMENT_END; event = reader.next()) {
            switch (event) {
                case START -> start(reader);
                case TEXT -> formula.append(open == null ? "" : reader.text().toString());
                case END -> end();
                case DOCUMENT_END -> throw new IllegalStateException("the loop has ended");
            }
        }
        return facts();
    }

    private void start(XmlReader reader) {
        if (reader.name().is("x:sheet")) {
            sheet(reader.attributes());
        } else if (reader.name().is("x:externalReference")) {
            links.add(scope.droppedLink(reader.attributes().text("r:id")));
        } else if (reader.name().is("x:definedName")) {
            open = name(reader.attributes());
            formula.setLength(0);
        }
    }

    private void end() {
        if (open != null) {
            names.add(new Name(open.name, open.code, formula.toString()));
            open = null;
        }
    }

    private void sheet(Attributes attributes) {
        boolean carries = scope.follow(attributes.text("r:id"), SHEETS) instanceof Reference.Kept;
        sheets.add(carries);
        if (carries) {
            sheetNames.add(WorkbookFacts.folded(attributes.text("name")));
            if (visible < 0 && !attributes.text("state").endsWith("idden")) {
                visible = carried;
            }
            carried++;
        }
    }

    private Name name(Attributes attributes) {
        String name = attributes.text("name");
        String local = attributes.text("localSheetId");
        String code = "";
        if (isTrue(attributes, "vbProcedure")) {
            code = "macro.vba";
        } else if (isTrue(attributes, "function")
                || isTrue(attributes, "xlm")
                || AUTOMATIC.matcher(name).matches()) {
            code = "macro.xlm";
        } else if (!local.isEmpty() && !carries(local)) {
            code = "structure.dangling-name";
        }
        return new Name(name, code, "");
    }

    private boolean carries(String index) {
        return index.matches("[0-9]{1,6}")
                && Integer.parseInt(index) < sheets.size()
                && sheets.get(Integer.parseInt(index));
    }

    private static boolean isTrue(Attributes attributes, String key) {
        String value = attributes.text(key);
        return value.equals("1") || value.equals("true");
    }

    /** Drops names until every name left refers to what is carried: a refused name refuses those that use it. */
    private WorkbookFacts facts() {
        Map<Integer, String> refused = new HashMap<>();
        WorkbookFacts facts = facts(refused);
        for (int before = -1; before != refused.size(); facts = facts(refused)) {
            before = refused.size();
            refuse(refused, FormulaGuard.within(facts));
        }
        return facts;
    }

    private void refuse(Map<Integer, String> refused, FormulaGuard guard) {
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            String code = name.code.isEmpty() ? guard.judge(name.formula).code() : name.code;
            if (!code.isEmpty()) {
                refused.putIfAbsent(i, code);
            }
        }
    }

    private WorkbookFacts facts(Map<Integer, String> refused) {
        Set<String> kept = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (!refused.containsKey(i)) {
                kept.add(WorkbookFacts.folded(names.get(i).name));
            }
        }
        return new WorkbookFacts(
                List.copyOf(sheets), Math.max(visible, 0), sheetNames, kept, Map.copyOf(refused), List.copyOf(links));
    }
}

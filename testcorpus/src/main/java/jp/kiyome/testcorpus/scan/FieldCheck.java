package jp.kiyome.testcorpus.scan;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Field instructions of a text document, their runs joined: only names that neither load nor run anything. */
final class FieldCheck implements Check {

    private static final Set<String> HARMLESS = new TreeSet<>(Arrays.asList(
            ("CREATEDATE DATE EDITTIME PRINTDATE SAVEDATE TIME AUTHOR COMMENTS DOCPROPERTY FILENAME FILESIZE KEYWORDS LASTSAVEDBY"
                            + " NUMCHARS NUMPAGES NUMWORDS SUBJECT TITLE ADVANCE SYMBOL FORMCHECKBOX FORMDROPDOWN FORMTEXT INDEX TA TC"
                            + " TOA TOC XE BIBLIOGRAPHY CITATION NOTEREF PAGEREF QUOTE STYLEREF LISTNUM PAGE REVNUM SECTION SECTIONPAGES"
                            + " SEQ USERADDRESS USERINITIALS USERNAME REF HYPERLINK EQ")
                    .split(" ", -1)));

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"?|\\S+");

    /** A field being read; its instruction ends where its result begins. */
    private static final class Open {
        final StringBuilder instruction = new StringBuilder();
        boolean inResult;
    }

    @Override
    public void look(Layer archive, Opc opc, Found found) {
        opc.xml().forEach((name, part) -> part(name, part.elements(), found));
    }

    private static void part(String name, List<Element> elements, Found found) {
        Deque<Open> open = new ArrayDeque<>();
        for (Element e : elements) {
            switch (e.name()) {
                case "w:fldSimple" -> judge(name, e.attribute("w:instr"), found);
                case "w:fldChar" -> mark(name, e.attribute("w:fldCharType"), open, found);
                case "w:instrText", "w:delInstrText" -> {
                    Open field = open.peek();
                    if (field == null || field.inResult) {
                        found.vector(name, "an instruction outside a field: " + e.text());
                    } else {
                        field.instruction.append(e.text());
                    }
                }
                default -> {
                    boolean shows = e.name().equals("w:sym") || !e.text().isBlank();
                    if (!open.isEmpty() && !open.element().inResult && shows) {
                        found.vector(name, "text among the instruction of a field: " + e.text());
                    }
                }
            }
        }
        if (!open.isEmpty()) {
            found.structure(name, "a field without an end: " + open.element().instruction);
        }
    }

    private static void mark(String part, String kind, Deque<Open> open, Found found) {
        switch (kind) {
            case "begin" -> open.push(new Open());
            case "separate" -> {
                if (open.peek() != null) {
                    open.element().inResult = true;
                }
            }
            default -> {
                if (open.isEmpty()) {
                    found.structure(part, "a field end without a begin");
                } else {
                    judge(part, open.pop().instruction.toString(), found);
                }
            }
        }
    }

    /** The first argument of HYPERLINK that belongs to no switch (section 17.16.5.25); empty when there is none. */
    private static String target(String instruction) {
        Matcher word = WORD.matcher(instruction.strip().substring("HYPERLINK".length()));
        boolean ofSwitch = false;
        while (word.find()) {
            String text = word.group(1) == null ? word.group() : word.group(1);
            if (word.group(1) == null && text.startsWith("\\") && text.length() == 2) {
                ofSwitch = "lots".contains(text.substring(1).toLowerCase(Locale.ROOT));
            } else if (ofSwitch) {
                ofSwitch = false;
            } else {
                return text;
            }
        }
        return "";
    }

    private static void judge(String part, String instruction, Found found) {
        String[] words = instruction.strip().split("[\\s\"]+", 3);
        String name = words[0].toUpperCase(Locale.ROOT);
        if (name.isEmpty()) {
            return;
        }
        boolean sum = instruction.strip().matches("=[A-Za-z0-9_+\\-*/^%().,;:<>=\\s\\\\#\"$¥]*");
        if (!sum && !HARMLESS.contains(name)) {
            found.vector(part, "field " + instruction);
        }
        if (name.equals("HYPERLINK") && !target(instruction).isEmpty() && !Links.harmless(target(instruction))) {
            found.vector(part, "field " + instruction);
        }
        if (name.equals("HYPERLINK") && instruction.matches("(?is).*\\\\l\\s+\"?[a-z][-a-z]*:.*")) {
            found.vector(part, "field " + instruction);
        }
        if (name.equals("QUOTE") && instruction.matches("(?i)\\s*QUOTE\\s+[0-9 ]+")) {
            found.vector(part, "field " + instruction);
        }
    }
}

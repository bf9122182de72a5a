package jp.kiyome.testcorpus.text;

import static jp.kiyome.testcorpus.text.Texts.MARK;
import static jp.kiyome.testcorpus.text.Texts.SHOWN;
import static jp.kiyome.testcorpus.text.Texts.marked;
import static jp.kiyome.testcorpus.text.Texts.utf8;
import static jp.kiyome.testcorpus.text.Texts.vector;

import java.util.List;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Vector;

/** What XML, JSON, calendars and contacts can attack with. */
final class DataVectors {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String PLAIN = XML + "<a><b>" + SHOWN + "</b></a>\n";
    private static final String AWAY = "http://example.invalid/" + MARK;

    private DataVectors() {}

    static List<Vector> xml() {
        return List.of(
                marked(
                        "xml-comment",
                        "xml",
                        XML + "<a><!-- " + MARK + " --><b>" + SHOWN + "</b></a>",
                        PLAIN,
                        "xml.comment"),
                marked(
                        "xml-stylesheet",
                        "xml",
                        XML + "<?xml-stylesheet href=\"" + AWAY + "\"?><a><b>" + SHOWN + "</b></a>",
                        PLAIN,
                        "xml.stylesheet"),
                marked(
                        "xml-instruction",
                        "xml",
                        XML + "<a><?x " + MARK + "?><b>" + SHOWN + "</b></a>",
                        PLAIN,
                        "xml.processing-instruction"),
                marked(
                        "xml-doctype",
                        "xml",
                        XML + "<!DOCTYPE a SYSTEM \"" + AWAY + "\"><a><b>" + SHOWN + "</b></a>",
                        PLAIN,
                        "xml.doctype"),
                marked(
                        "xml-schema",
                        "xml",
                        XML + "<a xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:schemaLocation=\"" + AWAY
                                + "\"/>",
                        XML + "<a xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"/>\n",
                        "xml.schema-location"),
                refused("xml-entities", XML + "<!DOCTYPE a [<!ENTITY b \"" + MARK + "\">]><a>&b;</a>"),
                refused(
                        "xml-external-entity",
                        XML + "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///" + MARK + "\">]><a>&b;</a>"),
                refused(
                        "xml-word-2003",
                        XML
                                + "<?mso-application progid=\"Word.Document\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"/>"),
                refused("xml-excel-2003", XML + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"),
                refused(
                        "xml-xslt",
                        XML + "<x:stylesheet version=\"1.0\" xmlns:x=\"http://www.w3.org/1999/XSL/Transform\"/>"),
                refused("xml-msbuild", XML + "<Project Sdk=\"x\"/>"),
                refused(
                        "xml-xaml",
                        XML + "<Page xmlns=\"http://schemas.microsoft.com/winfx/2006/xaml/presentation\"/>"),
                refused("xml-xhtml-inside", XML + "<a><s xmlns=\"http://www.w3.org/1999/xhtml\">" + MARK + "</s></a>"),
                refused(
                        "xml-include",
                        XML + "<a><i:include xmlns:i=\"http://www.w3.org/2001/XInclude\" href=\"" + AWAY + "\"/></a>"),
                refused("xml-task", XML + "<Task xmlns=\"http://schemas.microsoft.com/windows/2004/02/mit/task\"/>"),
                refused("xml-deep", "<a>".repeat(300) + "</a>".repeat(300)),
                refused("xml-two-roots", XML + "<a/><b/>"));
    }

    private static Vector refused(String name, String hostile) {
        return Vector.of(name, "xml", () -> utf8(hostile), () -> utf8(PLAIN)).ends(Ending.REFUSED);
    }

    static List<Vector> json() {
        String plain = "{\"名前\": [1, -2.50e+10, \"\\u003c値\\n\", true, null]}\n";
        return List.of(
                vector("json-escaped-override", "json", "{\"a\": \"\\u202eb\"}", "{\"a\": \"b\"}", "text.bidi")
                        .loses("202e"),
                vector("json-nul", "json", "{\"a\": \"\\u0000b\"}", "{\"a\": \"b\"}", "text.control")
                        .loses("0000"),
                json("json-duplicate", "{\"a\": 1, \"\\u0061\": 2}", plain),
                json("json-surrogate", "[\"\\ud800\"]", plain),
                json("json-prototype", "{\"__proto__\": {\"a\": 1}}", plain),
                json("json-deep", "[".repeat(300) + "]".repeat(300), plain),
                json("json-comment", "[1 /* " + MARK + " */]", plain),
                json("json-comma", "[1,]", plain),
                json("json-number", "[01]", plain),
                json("json-long-number", "[" + "9".repeat(2000) + "]", plain),
                json("json-behind", "[1] " + MARK, plain),
                json("json-quotes", "{'a': 1}", plain));
    }

    private static Vector json(String name, String hostile, String twin) {
        return Vector.of(name, "json", () -> utf8(hostile), () -> utf8(twin)).ends(Ending.REFUSED);
    }

    static List<Vector> calendars() {
        return List.of(
                event("attachment-file", "ATTACH:file:///" + MARK + "\r\n", "card.link"),
                event("attachment-inside", "ATTACH;ENCODING=BASE64;VALUE=BINARY:dmVjdG9yLW1hcmtlcg==\r\n", "card.link"),
                event("html", "X-ALT-DESC;FMTTYPE=text/html:<script>" + MARK + "</script>\r\n", "card.property"),
                event("link-script", "URL:javascript:" + MARK + "\r\n", "card.link"),
                event("organizer-elsewhere", "ORGANIZER:ldap://example.invalid/" + MARK + "\r\n", "card.link"),
                event(
                        "directory",
                        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION;ALTREP=\"" + AWAY
                                + "\":x\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n",
                        "card.parameter"),
                event(
                        "alarm-program",
                        "BEGIN:VALARM\r\nACTION:PROCEDURE\r\nATTACH:file:///" + MARK
                                + "\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n",
                        "card.alarm",
                        "card.value",
                        "card.property"),
                event("component", "BEGIN:X-THING\r\nA:" + MARK + "\r\nEND:X-THING\r\n", "card.component"),
                event("date", "DUE:" + MARK + "\r\n", "card.value"),
                Vector.of("ics-structure", "ics", () -> utf8("BEGIN:VCALENDAR\r\nEND:VEVENT\r\n"), () -> event(""))
                        .ends(Ending.REFUSED),
                contact("photo-elsewhere", "PHOTO;VALUE=uri:" + AWAY + "\r\n", "card.value"),
                contact("photo-program", "PHOTO;ENCODING=b;TYPE=JPEG:TVqQAAMAAAAE\r\n", "card.value"),
                contact("key", "KEY:" + AWAY + "\r\n", "card.property"),
                contact("agent", "AGENT;VALUE=uri:" + AWAY + "\r\n", "card.property"),
                contact("url", "URL:file://example.invalid/" + MARK + "\r\n", "card.link"),
                contact("own", "X-" + MARK + ":1\r\n", "card.property"));
    }

    private static byte[] event(String more) {
        return utf8("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\nBEGIN:VEVENT\r\nUID:1@example.invalid\r\n"
                + "DTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Asia/Tokyo:20260401T100000\r\nSUMMARY;LANGUAGE=ja:" + SHOWN
                + "\r\n"
                + more + "END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    private static Vector event(String name, String more, String... codes) {
        Vector vector = Vector.of("ics-" + name, "ics", () -> event(more), () -> event(""))
                .finds(codes);
        return name.equals("attachment-inside")
                ? vector.loses("dmVjdG9y")
                : name.equals("directory") ? vector.loses(AWAY) : vector.loses(MARK);
    }

    private static byte[] card(String more) {
        return utf8("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:山田太郎\r\nN:山田;太郎;;;\r\nTEL;TYPE=WORK,VOICE:03-1234-5678\r\n"
                + "EMAIL:a@example.invalid\r\n" + more + "END:VCARD\r\n");
    }

    private static Vector contact(String name, String more, String... codes) {
        return Vector.of("vcf-" + name, "vcf", () -> card(more), () -> card(""))
                .finds(codes)
                .loses(name.equals("photo-program") ? "TVqQ" : MARK);
    }
}

package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Xlsx.BOOK;
import static jp.kiyome.testcorpus.ooxml.Xlsx.SHEET1;
import static jp.kiyome.testcorpus.ooxml.Xlsx.row;
import static jp.kiyome.testcorpus.ooxml.Xlsx.text;

import java.util.List;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.sample.Vector;

/** What newer versions of Excel hang on a workbook and older ones do not know ([MS-XLSX] 2.1). */
final class XlsxViews {

    private static final String X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
    private static final String X15 = "http://schemas.microsoft.com/office/spreadsheetml/2010/11/main";
    private static final String THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
    private static final String MS_SHEET = "application/vnd.ms-excel.";

    private XlsxViews() {}

    static List<Vector> all() {
        return List.of(
                vector("slicer", XlsxViews::slicer, UnaryOperator.identity()),
                vector("timeline", XlsxViews::timeline, UnaryOperator.identity()),
                vector("threaded-comment", xlsx -> threads(note(xlsx)), XlsxViews::note)
                        .keeps("Sum", "a remark"));
    }

    private static Vector vector(String name, UnaryOperator<OoxmlPackage> hostile, UnaryOperator<OoxmlPackage> twin) {
        return Vector.of("xlsx-" + name, "xlsx", () -> hostile.apply(plain()).bytes(), () -> twin.apply(plain())
                        .bytes())
                .loses("marker")
                .keeps("Sum");
    }

    private static OoxmlPackage plain() {
        return Xlsx.of(row(1, text("A1", "Sum")));
    }

    private static String extension(String guid, String namespace, String content) {
        return "<extLst><ext uri=\"" + guid + "\" xmlns:y=\"" + namespace + "\">" + content + "</ext></extLst>";
    }

    /** A slicer on a table, with the cache that holds its items ([MS-XLSX] 2.1.14, 2.1.15). */
    private static OoxmlPackage slicer(OoxmlPackage xlsx) {
        Xlsx.behindSheets(
                xlsx,
                extension(
                        "{46BE6895-7355-4a93-B00E-2C351335B9C9}",
                        X15,
                        "<y:slicerCaches><x14:slicerCache xmlns:x14=\"" + X14
                                + "\" r:id=\"rIdCache\"/></y:slicerCaches>"));
        Xlsx.behindRows(
                xlsx,
                extension(
                        "{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}",
                        X14,
                        "<y:slicerList><y:slicer r:id=\"rIdSlicer\"/></y:slicerList>"));
        return xlsx.relate(BOOK, "rIdCache", Rel.MS_2007 + "slicerCache", "slicerCaches/slicerCache1.xml")
                .part(
                        "xl/slicerCaches/slicerCache1.xml",
                        MS_SHEET + "slicerCache+xml",
                        "<slicerCacheDefinition xmlns=\"" + X14 + "\" name=\"Slicer_marker\" sourceName=\"marker\"/>")
                .relate(SHEET1, "rIdSlicer", Rel.MS_2007 + "slicer", "../slicers/slicer1.xml")
                .part(
                        "xl/slicers/slicer1.xml",
                        MS_SHEET + "slicer+xml",
                        "<slicers xmlns=\"" + X14
                                + "\"><slicer name=\"marker\" cache=\"Slicer_marker\" rowHeight=\"241300\"/></slicers>");
    }

    /** A timeline on a pivot table, with its cache ([MS-XLSX] 2.1.22, 2.1.23). */
    private static OoxmlPackage timeline(OoxmlPackage xlsx) {
        Xlsx.behindSheets(
                xlsx,
                extension(
                        "{D0CA8CA8-9F24-4464-BF8E-62219DCF47F9}",
                        X15,
                        "<y:timelineCacheRefs><y:timelineCacheRef r:id=\"rIdCache\"/></y:timelineCacheRefs>"));
        Xlsx.behindRows(
                xlsx,
                extension(
                        "{7E03D99C-DC04-49d9-9315-930204A7B6E9}",
                        X15,
                        "<y:timelineRefs><y:timelineRef r:id=\"rIdLine\"/></y:timelineRefs>"));
        return xlsx.relate(BOOK, "rIdCache", Rel.MS_2011 + "timelineCache", "timelineCaches/timelineCache1.xml")
                .part(
                        "xl/timelineCaches/timelineCache1.xml",
                        MS_SHEET + "timelineCache+xml",
                        "<timelineCacheDefinition xmlns=\"" + X15
                                + "\" name=\"NativeTimeline_marker\" sourceName=\"marker\"/>")
                .relate(SHEET1, "rIdLine", Rel.MS_2011 + "timeline", "../timelines/timeline1.xml")
                .part(
                        "xl/timelines/timeline1.xml",
                        MS_SHEET + "timeline+xml",
                        "<timelines xmlns=\"" + X15
                                + "\"><timeline name=\"marker\" cache=\"NativeTimeline_marker\" level=\"2\"/></timelines>");
    }

    /** The comment that older versions show. */
    private static OoxmlPackage note(OoxmlPackage xlsx) {
        return xlsx.relate(SHEET1, "rIdNote", Rel.office("comments"), "../comments1.xml")
                .part(
                        "xl/comments1.xml",
                        Types.SHEET + "comments+xml",
                        "<comments" + Ns.IN_SHEET
                                + "><authors><author>Author</author></authors><commentList><comment ref=\"A1\""
                                + " authorId=\"0\"><text><t>a remark</t></text></comment></commentList></comments>");
    }

    /** The thread behind it, and who wrote it, with their accounts ([MS-XLSX] 2.1.33, 2.1.34). */
    private static OoxmlPackage threads(OoxmlPackage xlsx) {
        String person = "{00000000-0000-4000-8000-000000000001}";
        return xlsx.relate(
                        SHEET1,
                        "rIdThread",
                        Rel.MS_2017 + "threadedComment",
                        "../threadedComments/threadedComment1.xml")
                .part(
                        "xl/threadedComments/threadedComment1.xml",
                        MS_SHEET + "threadedcomments+xml",
                        "<ThreadedComments xmlns=\"" + THREADS
                                + "\"><threadedComment ref=\"A1\" dT=\"2026-01-01T00:00:00.00\" personId=\"" + person
                                + "\" id=\"{00000000-0000-4000-8000-000000000002}\"><text>marker</text></threadedComment>"
                                + "</ThreadedComments>")
                .relate(BOOK, "rIdPerson", Rel.MS_2017 + "person", "persons/person.xml")
                .part(
                        "xl/persons/person.xml",
                        MS_SHEET + "person+xml",
                        "<personList xmlns=\"" + THREADS + "\"><person displayName=\"marker\" id=\"" + person
                                + "\" userId=\"S::marker@example.invalid::1\" providerId=\"AD\"/></personList>");
    }
}

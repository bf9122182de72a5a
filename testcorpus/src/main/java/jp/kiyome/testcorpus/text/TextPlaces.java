package jp.kiyome.testcorpus.text;

import static jp.kiyome.testcorpus.text.Texts.utf8;

import java.util.List;
import java.util.function.Function;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;

/** Places in files of characters that no reader shows. */
public final class TextPlaces {

    private static final String XML = "<?xml version=\"1.0\"?>";

    private TextPlaces() {}

    public static List<Placement> all() {
        return List.of(
                place("terminal-title", "log", t -> "\u001B]0;" + t.text() + "\u0007a\n"),
                place("terminal-string", "txt", t -> "\u001BP" + t.text() + "\u001B\\a\n"),
                place("xml-comment", "xml", t -> XML + "<a><!--" + t.text() + "--></a>"),
                place("xml-comment-before", "xml", t -> XML + "<!--" + t.text() + "--><a/>"),
                place("xml-comment-behind", "xml", t -> XML + "<a/><!--" + t.text() + "-->"),
                place("xml-instruction", "xml", t -> XML + "<a><?x " + t.text() + "?></a>"),
                place("xml-doctype", "xml", t -> XML + "<!DOCTYPE a SYSTEM \"" + t.text() + "\"><a/>"),
                place("html-comment", "html", t -> "<html><!--" + t.text() + "--><body>x"),
                place("html-meta", "html", t -> "<html><meta name=author content=\"" + t.text() + "\"><body>x"),
                place("html-data", "html", t -> "<html><body><p data-x=\"" + t.text() + "\">x"),
                place("html-attribute", "html", t -> "<html><body><p " + t.text() + "=1>x"),
                place("html-element", "html", t -> "<html><body><" + t.text() + ">x"),
                place("html-script", "html", t -> "<html><body><script>" + t.text() + "</script>x"),
                place("html-style-comment", "html", t -> "<html><style>/*" + t.text() + "*/p{color:red}</style><body>x")
                        .untold("a comment in a style sheet; sheets are written anew from their rules"),
                place("html-style-property", "html", t -> "<html><style>p{x-" + t.text() + ":1}</style><body>x"),
                place("html-style-value", "html", t -> "<html><body><p style=\"color:" + t.text() + "\">x"),
                place("html-hidden-input", "html", t -> "<html><body><input type=hidden value=\"" + t.text() + "\">x"),
                place("html-svg", "html", t -> "<html><body><svg><desc>" + t.text() + "</desc></svg>x"),
                place("html-doctype", "html", t -> "<!DOCTYPE html SYSTEM \"" + t.text() + "\"><html><body>x")
                        .untold("every document gets the same one"),
                place("html-root", "html", t -> "<html xmlns:o=\"" + t.text() + "\"><body>x"),
                place("html-end-tag", "html", t -> "<html><body><p>x</p " + t.text() + "=1>")
                        .untold("an end tag has no attributes (HTML 13.1.2.2); readers skip them"),
                place(
                        "ics-property",
                        "ics",
                        t -> "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-A:" + t.text() + "\r\nEND:VCALENDAR\r\n"),
                place(
                        "ics-parameter",
                        "ics",
                        t -> "BEGIN:VCALENDAR\r\nVERSION;X-A=" + t.text() + ":2.0\r\nEND:VCALENDAR\r\n"),
                place(
                        "vcf-property",
                        "vcf",
                        t -> "BEGIN:VCARD\r\nVERSION:3.0\r\nX-A:" + t.text() + "\r\nEND:VCARD\r\n"),
                place(
                        "vcf-key",
                        "vcf",
                        t -> "BEGIN:VCARD\r\nVERSION:3.0\r\nKEY;ENCODING=b:" + t.text() + "\r\nEND:VCARD\r\n"));
    }

    private static Placement place(String name, String extension, Function<Token, String> file) {
        return Placement.of("text-" + name, extension, token -> utf8(file.apply(token)));
    }
}

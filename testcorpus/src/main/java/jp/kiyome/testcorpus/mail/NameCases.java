package jp.kiyome.testcorpus.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.zip.RawEntry;
import jp.kiyome.testcorpus.zip.RawZip;

/** Group D: what a file is called. The file is a program, whatever its name says to whom. */
public final class NameCases {

    /** Signs in names that nobody sees, that turn the reading direction, or that look like a dot. */
    public static final List<Integer> DECEIVING = List.of(
            0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F, 0x061C, 0x200B,
            0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0x180E, 0x3164, 0x115F, 0x1160, 0xFFA0, 0xFE00, 0xFE0F, 0xE0100,
            0x0001, 0x000B, 0x001B, 0x007F, 0x0085, 0x0000, 0xFF0E, 0x2024, 0x3002);

    private NameCases() {}

    static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        fields().forEach((name, fields) -> all.add(MailCase.of(
                "d-" + name,
                Mail.usual(Mail.TEXT, fields + "\nContent-Transfer-Encoding: base64\n\n" + Mail.PAYLOAD64 + "\n"))));
        all.add(MailCase.of("d-d8-eml-in-zip", Mail.usual(Mail.TEXT, zipped())));
        return all;
    }

    /** A message with the file, in an archive. */
    private static String zipped() {
        byte[] message = Mail.bytes(Mail.usual(Mail.TEXT, Mail.FILE));
        byte[] zip = new RawZip().add(RawEntry.of("a.eml", message)).bytes();
        return disposition("filename=\"a.zip\"") + "\nContent-Transfer-Encoding: base64\n\n" + Mail.lines64(zip);
    }

    /** Pictures under names that deceive; {@code report} and {@code .png} are what is true about them. */
    public static List<Sample> deceiving() {
        return DECEIVING.stream()
                .map(sign -> Sample.of(
                        "eml-name-sign-%04x".formatted(sign),
                        "eml",
                        () -> Mail.bytes(Mail.usual(
                                Mail.TEXT,
                                Mail.picture(
                                        "Content-Type: image/png\nContent-Disposition: attachment; filename*=utf-8''"
                                                + percent("rep" + Character.toString(sign) + "ort.png") + "\n")))))
                .toList();
    }

    private static String both(String type, String disposition) {
        return "Content-Type: application/octet-stream" + type + "\nContent-Disposition: " + disposition;
    }

    private static String disposition(String parameters) {
        return both("", "attachment; " + parameters);
    }

    private static Map<String, String> fields() {
        Map<String, String> all = new TreeMap<>();
        all.put("d1-type-only", both("; name=\"a.exe\"", "attachment"));
        all.put("d1-differ", both("; name=\"a.exe\"", "attachment; filename=\"a.txt\""));
        all.put("d1-two-filenames", disposition("filename=\"a.txt\"; filename=\"a.exe\""));
        all.put(
                "d1-two-dispositions",
                disposition("filename=\"a.txt\"\nContent-Disposition: attachment; filename=\"a.exe\""));
        rfc2231(all);
        all.put("d3-word-in-quotes", disposition("filename=\"=?utf-8?B?" + Mail.base64("a.exe", "UTF-8") + "?=\""));
        all.put("d3-word-unquoted", disposition("filename==?utf-8?B?" + Mail.base64("a.exe", "UTF-8") + "?="));
        all.put("d3-split-mid-character", disposition("filename=\"=?utf-8?B?44Gv44?= =?utf-8?B?GELmV4ZQ==?=\""));
        all.put("d3-q-with-specials", disposition("filename=\"=?utf-8?Q?a=2Etxt=00=2Eexe?=\""));
        all.put("d3-nested", disposition("filename=\"=?utf-8?Q?=3D=3Futf-8=3FQ=3Fa.exe=3F=3D?=\""));
        Map<String, String> spoofs = new TreeMap<>(Map.of(
                "rlo",
                "a\u202Etxt.exe",
                "zero-width",
                "a.tx\u200Bt",
                "full-dot",
                "a．exe",
                "blanks",
                "a.txt" + " ".repeat(80) + ".exe",
                "double",
                "a.txt.exe",
                "trailing-dot",
                "a.exe.",
                "trailing-blank",
                "a.exe ",
                "stream",
                "a.txt::$DATA",
                "clsid",
                "a.{3050f4d8-98B5-11CF-BB82-00AA00BDCE0B}",
                "device",
                "NUL.txt"));
        spoofs.forEach((name, spoof) -> all.put("d4-" + name, disposition("filename*=utf-8''" + percent(spoof))));
        for (String path : List.of(
                "../../a.exe",
                "..\\a.exe",
                "C:\\a.exe",
                "/etc/a",
                "\\\\host\\a",
                "a\0.exe",
                "a\r\nX: y.exe",
                "x".repeat(400) + ".exe")) {
            all.put("d5-" + Integer.toHexString(path.hashCode()), disposition("filename*=utf-8''" + percent(path)));
        }
        for (int sign : DECEIVING) {
            all.put(
                    "d4-sign-%04x".formatted(sign),
                    disposition("filename*=utf-8''" + percent("a.txt" + Character.toString(sign) + ".exe")));
        }
        all.put("d6-shift-jis", disposition("filename=\"" + Mail.raw("予定表.exe", "windows-31j") + "\""));
        all.put("d6-jis", disposition("filename=\"" + Mail.raw("予定表.exe", "ISO-2022-JP") + "\""));
        all.put("d6-utf-8", disposition("filename=\"" + Mail.raw("予定表.exe", "UTF-8") + "\""));
        all.put("d7-none", "Content-Type: application/octet-stream");
        all.put("d7-disposition-only", both("", "csv"));
        all.put("d7-misspelt", both("", "attachement; filename=\"a.exe\""));
        all.put("d7-word", both("", "=?utf-8?Q?attachment?=; filename=\"a.exe\""));
        all.put("d7-empty", both("", ""));
        for (String name :
                List.of("a.docx", "a.zip.001", "a.iso", "a.one", "a.lnk", "a.url", "a.eml", "a.pdf", "a.html")) {
            all.put("d8-" + name.replace('.', '-'), disposition("filename=\"" + name + "\""));
        }
        return all;
    }

    private static void rfc2231(Map<String, String> all) {
        all.put("d2-starred", disposition("filename*=utf-8''a.exe"));
        all.put("d2-swapped", disposition("filename*1=\"exe\"; filename*0=\"a.\""));
        all.put("d2-no-zero", disposition("filename*1=\"a.\"; filename*2=\"exe\""));
        all.put("d2-repeated", disposition("filename*0=\"a.txt\"; filename*0=\"a.exe\""));
        all.put("d2-mixed", disposition("filename*0*=utf-8''a%2E; filename*1=\"exe\""));
        all.put("d2-no-quotes", disposition("filename*=a%2Eexe"));
        all.put("d2-utf-16", disposition("filename*=utf-16be''%00a%00%2E%00e%00x%00e"));
        all.put("d2-unknown-charset", disposition("filename*=x-none''a.exe"));
        all.put("d2-overlong", disposition("filename*=utf-8''a%C0%AEexe"));
        all.put("d2-plain-first", disposition("filename=\"a.txt\"; filename*=utf-8''a.exe"));
        all.put("d2-plain-last", disposition("filename*=utf-8''a.exe; filename=\"a.txt\""));
        all.put("d2-many-sections", disposition("filename*0=\"a\"; filename*" + "9".repeat(30) + "=\"exe\""));
    }

    private static String percent(String name) {
        StringBuilder text = new StringBuilder();
        for (byte b : name.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            text.append("%%%02X".formatted(b & 0xFF));
        }
        return text.toString();
    }
}

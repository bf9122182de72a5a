package jp.kiyome.app.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One mail of many: everything about it follows from its number, which stands in its addresses, its Message-ID and its text. */
record NumberedMail(int number) {

    private static final Pattern IN_ADDRESS = Pattern.compile("<[nm]([0-9]{6})@");
    private static final Pattern IN_HEADER = Pattern.compile("(?im)^Message-ID: <number-([0-9]{6})@");
    private static final Pattern IN_TEXT = Pattern.compile("body-number-([0-9]{6})");
    private static final String JAPANESE = "お世話になっております。みどり市役所の清水です。次回の会議の資料をお送りします。\r\n";

    private String padded() {
        return String.format(Locale.ROOT, "%06d", number);
    }

    /** One; two of one organisation; one of each of two. */
    List<String> recipients() {
        String first = "n" + padded() + "@city-a.example";
        if (number % 50 == 0) {
            return List.of(first, "n" + padded() + "@city-b.example");
        }
        return number % 10 == 1 ? List.of(first, "m" + padded() + "@city-a.example") : List.of(first);
    }

    /** Plain; with a program that does not come out; with two types, so that it is blocked and held. */
    byte[] bytes() {
        String text = JAPANESE.repeat(number % 10 == 5 ? 40 : 4) + "body-number-" + padded() + "\r\n";
        String type = "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n";
        String body =
                switch (number % 10) {
                    case 2 -> withProgram(type, text);
                    case 3 -> "Content-Type: text/html\r\n" + type + "\r\n" + text;
                    case 4 -> "Content-Type: text/plain; charset=us-ascii\r\n\r\nbody-number-" + padded() + "\r\n";
                    default -> type + "\r\n" + text;
                };
        return ("From: s@sender.example\r\nTo: " + recipients().getFirst()
                        + "\r\nSubject: number\r\nMessage-ID: <number-" + padded()
                        + "@sender.example>\r\nMIME-Version: 1.0\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String withProgram(String type, String text) {
        return "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + type + "\r\n" + text
                + "--b\r\nContent-Type: application/octet-stream; name=a.exe\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + "TVpubyBwcm9ncmFt\r\n--b--\r\n";
    }

    /** Which mail an address is of. */
    static Optional<Integer> ofAddress(String command) {
        return first(IN_ADDRESS, command);
    }

    /** Which mail this is; empty where it does not say, or says two. */
    static Optional<Integer> of(String mail) {
        Optional<Integer> header = first(IN_HEADER, mail);
        Optional<Integer> text = first(IN_TEXT, mail);
        return header.isPresent() && text.isPresent() && !text.equals(header) ? Optional.empty() : header;
    }

    private static Optional<Integer> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(Integer.parseInt(found.group(1))) : Optional.empty();
    }
}

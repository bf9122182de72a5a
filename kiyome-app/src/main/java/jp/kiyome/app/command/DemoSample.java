package jp.kiyome.app.command;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Something to try the web application with.
 *
 * @param name of a file, or the subject of a mail
 */
record DemoSample(String name, String text) {

    private static final String HTML = """
            <!DOCTYPE html><html lang="ja"><head><title>研修のご案内</title></head><body><h1>研修のご案内</h1>
            <p>資料は<a href="https://training.example.invalid/">こちら</a>です。</p>
            <img src="https://tracker.example.invalid/open.gif?to=tanaka" width="1" height="1">
            <script>location = 'https://example.invalid/'</script></body></html>
            """;

    /** One that is rebuilt as it is, one that something is taken out of, and one of an unknown type. */
    static final List<DemoSample> FILES = List.of(
            new DemoSample("議事録.txt", "第1回会議 議事録\r\n出席者: 田中、佐藤、鈴木\r\n"),
            new DemoSample("研修のご案内.html", HTML),
            new DemoSample("セットアップ.exe", "MZ, and then nothing that any handler knows\0\1\2"));

    /** A mail with a tracker in it. */
    static final DemoSample NEWSLETTER = mail("研修のご案内", HTML);

    /** A mail that is held. */
    static final DemoSample INVOICE = mail("【至急】お支払いのお願い", """
            <html><body><p>至急お支払いください。<a href="https://bank.example.invalid/login">ログイン</a></p>
            <form action="https://bank.example.invalid/steal"><input name="password"></form></body></html>
            """);

    private static DemoSample mail(String subject, String html) {
        String encoded = Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8));
        String body = Base64.getMimeEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8));
        return new DemoSample(
                "=?UTF-8?B?" + encoded + "?=",
                """
                From: info@sender.example.invalid
                To: tanaka@midori-city.example.invalid
                Subject: =?UTF-8?B?%s?=
                Date: Mon, 23 Nov 2026 09:00:00 +0900
                Message-ID: <demo@sender.example.invalid>
                MIME-Version: 1.0
                Content-Type: text/html; charset=UTF-8
                Content-Transfer-Encoding: base64

                %s
                """.formatted(encoded, body).replace("\r\n", "\n").replace("\n", "\r\n"));
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

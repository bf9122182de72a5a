package jp.kiyome.testcorpus.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kiyome.testcorpus.ooxml.OfficeReport;
import jp.kiyome.testcorpus.relay.MailClient;

/** Mails of one kind, as many as wanted, none like the other; handed in by several clients that keep their connection. */
enum MailLoad {
    TEXT("4 KB of Japanese text") {
        @Override
        String body(int number) {
            return "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                    + SENTENCE.repeat(38) + number + "\r\n";
        }
    },
    DOCUMENT("a docx of 200 KB") {
        @Override
        String body(int number) {
            return "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                    + "Content-Transfer-Encoding: 8bit\r\n\r\n" + SENTENCE + number
                    + "\r\n--b\r\nContent-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document;"
                    + " name=report.docx\r\nContent-Disposition: attachment; filename=report.docx\r\n"
                    + "Content-Transfer-Encoding: base64\r\n\r\n" + DOCX + "\r\n--b--\r\n";
        }
    };

    private static final String SENTENCE = "お世話になっております。次回の会議の資料をお送りします。\r\n";
    private static final String DOCX = Base64.getMimeEncoder().encodeToString(OfficeReport.docx(240));

    private final String words;

    MailLoad(String words) {
        this.words = words;
    }

    abstract String body(int number);

    @Override
    public String toString() {
        return words;
    }

    private byte[] mail(int number) {
        String fields = """
                From: s@sender.example
                To: x@city-a.example
                Subject: number %1$d
                Message-ID: <%1$d@sender.example>
                Date: Fri, 6 Nov 2026 10:15:00 +0900
                MIME-Version: 1.0
                """.formatted(number).replace("\n", "\r\n");
        return (fields + body(number)).getBytes(StandardCharsets.UTF_8);
    }

    /** Hands in so many mails, and comes back when all were taken; one that is to come again comes again. */
    void pour(int port, int mails, int clients, int from) throws InterruptedException {
        AtomicInteger next = new AtomicInteger(from);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            threads.add(Thread.ofVirtual().start(() -> client(port, next, from + mails)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void client(int port, AtomicInteger next, int until) {
        int number = next.getAndIncrement();
        while (number < until) {
            try (MailClient client = new MailClient(port)) {
                for (int sent = 0; sent < 50 && number < until; sent++) {
                    if (client.send("<s@sender.example> BODY=8BITMIME", List.of("<x@city-a.example>"), mail(number))
                            .startsWith("250")) {
                        number = next.getAndIncrement();
                    }
                }
                client.ask("QUIT");
            } catch (IOException gone) {
                Thread.onSpinWait();
            }
        }
    }
}

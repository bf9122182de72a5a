package jp.kiyome.testcorpus.command;

import java.io.IOException;
import jp.kiyome.testcorpus.bench.MailTable;

/** {@code MailBench}: mails a second through the gateway, beside Postfix and amavis. */
public final class MailBench {

    private MailBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.print(MailTable.measure());
    }
}

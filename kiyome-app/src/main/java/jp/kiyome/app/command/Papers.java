package jp.kiyome.app.command;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.core.receipt.KeyPairFile;
import jp.kiyome.core.receipt.Receipt;
import jp.kiyome.core.receipt.SignedReceipt;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.ReportJson;

/**
 * What is kept of a file beside the file. Threads share it.
 *
 * @param report as JSON
 * @param receipt signed, of a report with an output; an empty text where none is wanted
 */
record Papers(Function<Report, String> report, Function<Report, String> receipt) {

    /** Without receipts. */
    static Papers unsigned(Workshop workshop) {
        return new Papers(new ReportJson(workshop.catalogue())::write, report -> "");
    }

    /** With receipts where {@code --receipts} stands, by the key of {@code --key-dir}. */
    static Papers of(Call call, Workshop workshop) throws FileTrouble {
        Papers unsigned = unsigned(workshop);
        if (!call.has("--receipts")) {
            return unsigned;
        }
        KeyPairFile key = KeyDirectory.open(call);
        return new Papers(
                unsigned.report(),
                report -> new String(
                        SignedReceipt.sign(Receipt.of(report, workshop.catalogue()), key)
                                .bytes(),
                        StandardCharsets.US_ASCII));
    }
}

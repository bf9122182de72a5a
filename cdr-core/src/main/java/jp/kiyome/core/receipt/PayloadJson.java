package jp.kiyome.core.receipt;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import jp.kiyome.core.finding.Severity;
import jp.kiyome.core.report.Digest;

/** The one way to write what is signed: fixed fields in fixed order, no white space. */
final class PayloadJson {

    private PayloadJson() {}

    static void write(JsonGenerator out, Receipt receipt) throws IOException {
        out.writeStartObject();
        out.writeStringField("engine", receipt.engineVersion());
        out.writeStringField("policy", receipt.policyHash());
        out.writeStringField("type", receipt.type());
        digest(out, "input", receipt.input());
        digest(out, "output", receipt.output());
        out.writeObjectFieldStart("findings");
        for (Severity severity : Severity.values()) {
            out.writeNumberField(
                    word(severity),
                    Objects.requireNonNullElse(receipt.findings().get(severity), 0L));
        }
        out.writeEndObject();
        out.writeStringField("time", receipt.time().toString());
        out.writeEndObject();
    }

    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static void digest(JsonGenerator out, String field, Digest digest) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeNumberField("size", digest.size());
        out.writeStringField("sha256", digest.sha256());
        out.writeEndObject();
    }
}

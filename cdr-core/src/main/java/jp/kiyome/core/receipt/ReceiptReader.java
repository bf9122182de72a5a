package jp.kiyome.core.receipt;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import jp.kiyome.core.finding.Severity;
import jp.kiyome.core.report.Digest;

/** Reads exactly the fields that are written, in their order. */
final class ReceiptReader {

    private final JsonParser in;

    ReceiptReader(JsonParser in) {
        this.in = in;
    }

    /** @throws ReceiptInvalid for anything but the fields expected, each of its kind */
    SignedReceipt read() {
        try {
            expect(JsonToken.START_OBJECT);
            field("receipt");
            if (number() != SignedReceipt.FORM) {
                throw malformed();
            }
            field("payload");
            Receipt receipt = payload();
            String keyId = textOf("key");
            byte[] signature = Base64.getDecoder().decode(textOf("signature"));
            expect(JsonToken.END_OBJECT);
            if (in.nextToken() != null) {
                throw malformed();
            }
            return new SignedReceipt(receipt, keyId, signature);
        } catch (IOException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw malformed();
        }
    }

    private Receipt payload() throws IOException {
        expect(JsonToken.START_OBJECT);
        String engine = textOf("engine");
        String policy = textOf("policy");
        String type = textOf("type");
        Digest input = digest("input");
        Digest output = digest("output");
        field("findings");
        expect(JsonToken.START_OBJECT);
        Map<Severity, Long> findings = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            field(PayloadJson.word(severity));
            findings.put(severity, number());
        }
        expect(JsonToken.END_OBJECT);
        Instant time = Instant.parse(textOf("time"));
        expect(JsonToken.END_OBJECT);
        return new Receipt(engine, policy, type, input, output, findings, time);
    }

    private Digest digest(String name) throws IOException {
        field(name);
        expect(JsonToken.START_OBJECT);
        field("size");
        long size = number();
        Digest digest = new Digest(size, textOf("sha256"));
        expect(JsonToken.END_OBJECT);
        return digest;
    }

    private String textOf(String name) throws IOException {
        field(name);
        expect(JsonToken.VALUE_STRING);
        return in.getText();
    }

    private long number() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT);
        return in.getLongValue();
    }

    private void field(String name) throws IOException {
        expect(JsonToken.FIELD_NAME);
        if (!name.equals(in.currentName())) {
            throw malformed();
        }
    }

    private void expect(JsonToken token) throws IOException {
        if (in.nextToken() != token) {
            throw malformed();
        }
    }

    private static ReceiptInvalid malformed() {
        return new ReceiptInvalid(ReceiptInvalid.Why.MALFORMED);
    }
}

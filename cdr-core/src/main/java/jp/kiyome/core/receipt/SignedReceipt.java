package jp.kiyome.core.receipt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import jp.kiyome.core.report.Digest;

/**
 * A receipt with its signature (Ed25519, RFC 8032), as it is stored beside the file.
 *
 * <p>There is one sequence of bytes for each signed receipt, and nothing else is accepted: what is read is written again and
 * compared. So white space, doubled keys, other orders, other spellings of a number and anything behind the end are refused.
 *
 * @param keyId of the key that signed
 * @param signature 64 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record SignedReceipt(Receipt receipt, String keyId, byte[] signature) {

    /** Version of the form, in every receipt. */
    static final int FORM = 1;

    /** Bytes of a receipt file at most. */
    public static final int MOST_BYTES = 1 << 14;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Stands before the payload when it is signed, so that a signature for something else can never be one for a receipt. */
    private static final String DOMAIN = "kiyome receipt 1\n";

    public static SignedReceipt sign(Receipt receipt, KeyPairFile key) {
        return new SignedReceipt(receipt, key.id(), key.sign(signed(receipt)));
    }

    /** The content of the receipt file. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeNumberField("receipt", FORM);
            out.writeFieldName("payload");
            PayloadJson.write(out, receipt);
            out.writeStringField("key", keyId);
            out.writeStringField("signature", Base64.getEncoder().encodeToString(signature));
            out.writeEndObject();
            out.flush();
            bytes.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("an array has no output errors", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a receipt file.
     *
     * @throws ReceiptInvalid for anything that {@link #bytes} would not write
     */
    public static SignedReceipt read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new ReceiptInvalid(ReceiptInvalid.Why.MALFORMED);
        }
        try (JsonParser in = JSON.createParser(bytes)) {
            SignedReceipt read = new ReceiptReader(in).read();
            if (!Arrays.equals(read.bytes(), bytes)) {
                throw new ReceiptInvalid(ReceiptInvalid.Why.MALFORMED);
            }
            return read;
        } catch (IOException e) {
            throw new ReceiptInvalid(ReceiptInvalid.Why.MALFORMED);
        }
    }

    /**
     * Checks that the receipt is for these bytes and signed by someone trusted.
     *
     * @param trusted public keys by {@link KeyPairFile#id}
     * @throws ReceiptInvalid with the reason it proves nothing
     */
    public void verify(Digest file, Map<String, PublicKey> trusted) {
        PublicKey key = trusted.get(keyId);
        if (key == null) {
            throw new ReceiptInvalid(ReceiptInvalid.Why.UNKNOWN_KEY);
        }
        if (!isSignedBy(key)) {
            throw new ReceiptInvalid(ReceiptInvalid.Why.WRONG_SIGNATURE);
        }
        if (!receipt.output().equals(file)) {
            throw new ReceiptInvalid(ReceiptInvalid.Why.OTHER_FILE);
        }
    }

    private boolean isSignedBy(PublicKey key) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(signed(receipt));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // A signature of a wrong length or shape; it is nobody's.
            return false;
        }
    }

    private static byte[] signed(Receipt receipt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        bytes.writeBytes(DOMAIN.getBytes(StandardCharsets.US_ASCII));
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            PayloadJson.write(out, receipt);
        } catch (IOException e) {
            throw new UncheckedIOException("an array has no output errors", e);
        }
        return bytes.toByteArray();
    }
}

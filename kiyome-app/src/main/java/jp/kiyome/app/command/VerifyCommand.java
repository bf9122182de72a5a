package jp.kiyome.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.core.receipt.KeyPairFile;
import jp.kiyome.core.receipt.Pem;
import jp.kiyome.core.receipt.Receipt;
import jp.kiyome.core.receipt.ReceiptInvalid;
import jp.kiyome.core.receipt.SignedReceipt;
import jp.kiyome.core.report.Digest;

/** {@code kiyome verify}: checks a file against its receipt, without a network. */
final class VerifyCommand {

    private final Call call;
    private final Voice voice;

    VerifyCommand(Call call) {
        this.call = call;
        this.voice = call.voice();
    }

    ExitCode run() throws FileTrouble {
        List<String> operands = call.operands();
        Path file = Call.toPath(operands.get(0));
        Path receiptFile = Call.toPath(operands.get(1));
        Map<String, PublicKey> trusted = trusted();
        byte[] bytes = start(receiptFile);
        Digest digest = digest(file);
        String keyId = "";
        try {
            SignedReceipt signed = SignedReceipt.read(bytes);
            keyId = signed.keyId();
            signed.verify(digest, trusted);
            Receipt receipt = signed.receipt();
            voice.report(voice.text(
                    Say.RECEIPT_VALID,
                    Voice.shown(file),
                    receipt.type(),
                    receipt.engineVersion(),
                    receipt.policyHash(),
                    receipt.time()));
            return ExitCode.OK;
        } catch (ReceiptInvalid invalid) {
            Path told = invalid.why() == ReceiptInvalid.Why.OTHER_FILE ? file : receiptFile;
            voice.complain(fault(invalid.why()), Voice.shown(told), Voice.shown(keyId));
            return ExitCode.INVALID;
        }
    }

    private static Say fault(ReceiptInvalid.Why why) {
        return switch (why) {
            case MALFORMED -> Say.RECEIPT_MALFORMED;
            case UNKNOWN_KEY -> Say.RECEIPT_UNKNOWN_KEY;
            case WRONG_SIGNATURE -> Say.RECEIPT_WRONG_SIGNATURE;
            case OTHER_FILE -> Say.RECEIPT_OTHER_FILE;
        };
    }

    private static byte[] start(Path file) throws FileTrouble {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SignedReceipt.MOST_BYTES + 1);
        } catch (IOException e) {
            throw FileTrouble.reading(file, e);
        }
    }

    private static Digest digest(Path file) throws FileTrouble {
        try (InputStream in = Files.newInputStream(file)) {
            return Digest.of(in);
        } catch (IOException e) {
            throw FileTrouble.reading(file, e);
        }
    }

    /** The keys given, else this machine's own. */
    private Map<String, PublicKey> trusted() throws FileTrouble {
        Map<String, PublicKey> trusted = new HashMap<>();
        for (String operand : call.all("--key")) {
            Path file = Call.toPath(operand);
            try {
                PublicKey key = Pem.publicKey(Files.readString(file, StandardCharsets.US_ASCII));
                trusted.put(Pem.id(key), key);
            } catch (IOException | GeneralSecurityException e) {
                throw new FileTrouble(Say.KEY_UNUSABLE, Voice.shown(file), Voice.shown(String.valueOf(e.getMessage())));
            }
        }
        if (trusted.isEmpty()) {
            if (!Files.exists(KeyDirectory.of(call).resolve(KeyPairFile.NAME))) {
                throw new FileTrouble(Say.NO_TRUSTED_KEY);
            }
            KeyPairFile own = KeyDirectory.open(call);
            trusted.put(own.id(), own.publicKey());
        }
        return trusted;
    }
}

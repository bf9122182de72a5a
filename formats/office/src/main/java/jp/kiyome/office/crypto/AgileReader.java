package jp.kiyome.office.crypto;

import java.io.InputStream;
import java.util.Base64;
import java.util.Set;
import jp.kiyome.container.xml.AllowList;
import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.XmlOddities;
import jp.kiyome.container.xml.XmlReader;
import org.jspecify.annotations.Nullable;

/** Reads the XML of agile encryption ([MS-OFFCRYPTO] 2.3.4.10). Reads one document; not thread-safe. */
final class AgileReader {

    private static final int MOST_DEPTH = 16;
    private static final int MOST_SALT = 1024;

    private static final AllowList NAMESPACES =
            new AllowList(name -> AgileReader.class.getResourceAsStream(name), Set.of());

    /** Nothing of the text is carried over, so what is skipped in it need not be told. */
    private static final XmlOddities UNSEEN = new XmlOddities() {
        @Override
        public void comment() {}

        @Override
        public void processingInstruction() {}
    };

    private @Nullable AgileCipher data;
    private @Nullable AgileCipher keys;
    private AgileProtection.@Nullable IntegrityFields integrity;
    private AgileProtection.@Nullable KeyFields fields;
    private int spins;
    private int keyEncryptors;

    private AgileReader() {}

    static AgileProtection read(InputStream xml) {
        return new AgileReader().protection(NAMESPACES.reader(xml, MOST_DEPTH, UNSEEN));
    }

    private AgileProtection protection(XmlReader reader) {
        for (XmlReader.Event event = reader.next(); event != XmlReader.Event.DOCUMENT_END; event = reader.next()) {
            if (event == XmlReader.Event.START) {
                element(reader);
            }
        }
        if (data == null || keys == null || fields == null) {
            throw keyEncryptors > 0 && data != null
                    ? EncryptionInfo.unsupported("no key for a password")
                    : EncryptionInfo.broken("not complete");
        }
        return new AgileProtection(data, keys, spins, fields, integrity, keyEncryptors - 1);
    }

    private void element(XmlReader reader) {
        Attributes attributes = reader.attributes();
        if (reader.name().is("e:keyData")) {
            once(data);
            data = cipher(attributes);
        } else if (reader.name().is("e:dataIntegrity")) {
            once(integrity);
            integrity = new AgileProtection.IntegrityFields(
                    base64(attributes, "encryptedHmacKey"), base64(attributes, "encryptedHmacValue"));
        } else if (reader.name().is("e:keyEncryptor")) {
            keyEncryptors++;
        } else if (reader.name().is("pw:encryptedKey")) {
            once(fields);
            keys = cipher(attributes);
            spins = number(attributes, "spinCount");
            fields = new AgileProtection.KeyFields(
                    base64(attributes, "encryptedVerifierHashInput"),
                    base64(attributes, "encryptedVerifierHashValue"),
                    base64(attributes, "encryptedKeyValue"));
        }
    }

    private static void once(@Nullable Object before) {
        if (before != null) {
            throw EncryptionInfo.broken("an element twice");
        }
    }

    private static AgileCipher cipher(Attributes attributes) {
        String name = attributes.text("hashAlgorithm");
        HashAlgorithm hash = HashAlgorithm.of(name).orElseThrow(() -> EncryptionInfo.unsupported(name));
        String cipher = attributes.text("cipherAlgorithm");
        String chaining = attributes.text("cipherChaining");
        Aes mode =
                switch (chaining) {
                    case "ChainingModeCBC" -> Aes.CBC;
                    case "ChainingModeCFB" -> Aes.CFB;
                    default -> throw EncryptionInfo.unsupported(chaining);
                };
        int bits = number(attributes, "keyBits");
        if (!cipher.equals("AES") || !Set.of(128, 192, 256).contains(bits)) {
            throw EncryptionInfo.unsupported(cipher + " of " + bits + " bits");
        }
        byte[] salt = base64(attributes, "saltValue");
        boolean agrees = salt.length == number(attributes, "saltSize")
                && number(attributes, "blockSize") == Aes.BLOCK
                && number(attributes, "hashSize") == hash.size();
        if (!agrees || salt.length == 0 || salt.length > MOST_SALT) {
            throw EncryptionInfo.broken("sizes");
        }
        return new AgileCipher(hash, bits / 8, mode, salt);
    }

    /** A number, or the greatest where it is greater: no limit is that high. */
    private static int number(Attributes attributes, String name) {
        String text = attributes.text(name);
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            throw EncryptionInfo.broken(name);
        }
        return text.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(text);
    }

    private static byte[] base64(Attributes attributes, String name) {
        try {
            return Base64.getDecoder().decode(attributes.text(name));
        } catch (IllegalArgumentException notBase64) {
            throw EncryptionInfo.broken(name);
        }
    }
}

package jp.kiyome.mail.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import jp.kiyome.mail.settings.KeyFile;
import jp.kiyome.mail.smtp.SmtpTrouble;

/** STARTTLS on the side of the server (RFC 3207). Threads may share it. */
public final class Encryption {

    private final SSLContext context;

    private Encryption(SSLContext context) {
        this.context = context;
    }

    /**
     * Reads key and certificate.
     *
     * @throws IOException when they cannot be read or used
     */
    public static Encryption of(KeyFile keys) throws IOException {
        try (InputStream in = Files.newInputStream(keys.file())) {
            char[] password = Files.readString(keys.password()).strip().toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return new Encryption(context);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot use " + keys.file() + ": " + e.getMessage(), e);
        }
    }

    SSLSocket over(Socket plain, Duration within) throws SmtpTrouble {
        try {
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
            socket.setUseClientMode(false);
            socket.setSoTimeout((int) within.toMillis());
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            throw new SmtpTrouble(SmtpTrouble.Kind.GONE, "no encryption came about: " + e);
        }
    }
}

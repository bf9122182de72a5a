package jp.kiyome.mail.client;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Whose certificates are believed. Stateless. */
final class Trust {

    private Trust() {}

    /**
     * Sockets that encrypt.
     *
     * @param proven whether the other side must prove who it is; where encryption is only taken when offered, whoever could forge the
     *     proof could as well take the offer away (RFC 7435)
     */
    static SSLSocketFactory sockets(boolean proven) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, proven ? null : new TrustManager[] {new Anybody()}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

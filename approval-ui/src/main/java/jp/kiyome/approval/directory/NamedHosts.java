package jp.kiyome.approval.directory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sockets whose certificate must be for the host that was meant (RFC 4513, 3.1.3): the handshake fails otherwise, before anything is
 * said. Threads may share it.
 */
final class NamedHosts extends SSLSocketFactory {

    private final SSLSocketFactory inner;

    NamedHosts(SSLSocketFactory inner) {
        this.inner = inner;
    }

    private static Socket named(Socket socket) {
        if (!(socket instanceof SSLSocket tls)) {
            throw new IllegalStateException("not a socket of TLS");
        }
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("LDAPS");
        tls.setSSLParameters(parameters);
        return tls;
    }

    @Override
    public Socket createSocket() throws IOException {
        return named(inner.createSocket());
    }

    @Override
    public Socket createSocket(Socket below, String host, int port, boolean closes) throws IOException {
        return named(inner.createSocket(below, host, port, closes));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return named(inner.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return named(inner.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return named(inner.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return named(inner.createSocket(host, port, from, fromPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return inner.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return inner.getSupportedCipherSuites();
    }
}

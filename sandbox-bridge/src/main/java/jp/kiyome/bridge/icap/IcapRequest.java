package jp.kiyome.bridge.icap;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.text.Ascii;

/** Writes the heads of requests. What a file is called is percent-encoded: it can neither end a line nor a field. */
final class IcapRequest {

    private static final int MOST_NAME = 200;
    private static final String PRODUCT = "Kiyome";

    private final IcapAddress address;

    IcapRequest(IcapAddress address) {
        this.address = address;
    }

    String options() {
        return "OPTIONS " + address + " ICAP/1.0\r\nHost: " + address.host() + "\r\nUser-Agent: " + PRODUCT
                + "\r\nConnection: close\r\nEncapsulated: null-body=0\r\n\r\n";
    }

    /**
     * The head of a modification request, with the HTTP heads inside.
     *
     * @param preview bytes that will be sent first; empty to send all at once
     */
    String modification(IcapMode mode, Untrusted name, long size, boolean allow204, Optional<Integer> preview) {
        String url = "http://kiyome.invalid/" + encoded(name);
        Inside inside =
                switch (mode) {
                    case REQMOD -> upload(url, size);
                    case RESPMOD -> download(url, size);
                };
        return mode + " " + address + " ICAP/1.0\r\nHost: " + address.host() + "\r\nUser-Agent: " + PRODUCT
                + "\r\nConnection: close\r\n" + (allow204 ? "Allow: 204\r\n" : "")
                + preview.map(bytes -> "Preview: " + bytes + "\r\n").orElse("")
                + "Encapsulated: " + inside.parts() + "\r\n\r\n" + inside.heads();
    }

    /** HTTP heads, and where each begins (RFC 3507 §4.4.1). */
    private record Inside(String heads, String parts) {}

    private static Inside upload(String url, long size) {
        String head = "POST " + url + " HTTP/1.1\r\nHost: kiyome.invalid\r\n" + body(size);
        return new Inside(head, "req-hdr=0, req-body=" + head.length());
    }

    private static Inside download(String url, long size) {
        String request = "GET " + url + " HTTP/1.1\r\nHost: kiyome.invalid\r\n\r\n";
        String heads = request + "HTTP/1.1 200 OK\r\n" + body(size);
        return new Inside(heads, "req-hdr=0, res-hdr=" + request.length() + ", res-body=" + heads.length());
    }

    private static String body(long size) {
        return "Content-Type: application/octet-stream\r\nContent-Length: " + size + "\r\n\r\n";
    }

    /** The end of a name is what tells a type. */
    private static String encoded(Untrusted name) {
        byte[] bytes = name.unescaped().getBytes(StandardCharsets.UTF_8);
        StringBuilder encoded = new StringBuilder();
        for (int i = Math.max(0, bytes.length - MOST_NAME); i < bytes.length; i++) {
            int c = bytes[i] & 0xFF;
            if (Ascii.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_') {
                encoded.append((char) c);
            } else {
                encoded.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        return encoded.isEmpty() ? "file" : encoded.toString();
    }
}

package jp.kiyome.mail.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import jp.kiyome.mail.smtp.SmtpTrouble;
import jp.kiyome.mail.smtp.Wire;

/** The header by which HAProxy and others say for whom they speak (PROXY protocol, version 2). Stateless. */
final class ProxyHeader {

    private static final byte[] SIGNATURE = {'\r', '\n', '\r', '\n', 0, '\r', '\n', 'Q', 'U', 'I', 'T', '\n'};

    /** More than any address and any extension seen. */
    private static final int MOST = 2_048;

    private ProxyHeader() {}

    /** Reads it; the peer itself where it speaks for itself (LOCAL), as health checks do. */
    static InetAddress read(Wire wire, InetAddress peer) throws SmtpTrouble {
        byte[] head = bytes(wire, 16);
        int length = (head[14] & 0xFF) << 8 | head[15] & 0xFF;
        boolean known = Arrays.equals(head, 0, 12, SIGNATURE, 0, 12) && (head[12] & 0xF0) == 0x20 && length <= MOST;
        int command = head[12] & 0x0F;
        if (!known || command > 1) {
            throw new SmtpTrouble(SmtpTrouble.Kind.GARBLED, "no PROXY header of version 2");
        }
        byte[] rest = bytes(wire, length);
        int address =
                switch (head[13] & 0xFF) {
                    case 0x11 -> 4;
                    case 0x21 -> 16;
                    default -> 0;
                };
        if (command == 0) {
            return peer;
        }
        if (address == 0 || rest.length < 2 * address + 4) {
            throw new SmtpTrouble(SmtpTrouble.Kind.GARBLED, "a PROXY header without an address");
        }
        try {
            return InetAddress.getByAddress(Arrays.copyOf(rest, address));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
    }

    private static byte[] bytes(Wire wire, int length) throws SmtpTrouble {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) wire.read();
        }
        return bytes;
    }
}

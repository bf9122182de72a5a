package jp.kiyome.mail.authentication.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A name server on the loopback interface, over UDP and TCP. */
public final class LocalDns implements AutoCloseable {

    private static final int UDP_BYTES = 1232;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Map<String, List<Record>> records = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final AtomicInteger overTcp = new AtomicInteger();

    private LocalDns(DatagramSocket udp, ServerSocket tcp) {
        this.udp = udp;
        this.tcp = tcp;
    }

    /** On a port that is free for both. */
    public static LocalDns start() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        for (int tries = 0; ; tries++) {
            ServerSocket tcp = new ServerSocket(0, 50, here);
            try {
                LocalDns dns = new LocalDns(new DatagramSocket(tcp.getLocalPort(), here), tcp);
                Thread.ofPlatform().daemon().start(dns::serveUdp);
                Thread.ofPlatform().daemon().start(dns::serveTcp);
                return dns;
            } catch (IOException taken) {
                tcp.close();
                if (tries == 50) {
                    throw taken;
                }
            }
        }
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(tcp.getInetAddress(), tcp.getLocalPort());
    }

    /** One record as in a master file, without its time: {@code put("a.example", "A", "192.0.2.1")}. */
    public LocalDns put(String name, String type, String value) throws IOException {
        Name owner = Name.fromString(name + ".");
        Record record = Record.fromString(owner, Type.value(type), DClass.IN, 300, value, Name.root);
        records.computeIfAbsent(name + "/" + type, none -> new CopyOnWriteArrayList<>())
                .add(record);
        return this;
    }

    /** Text in strings of 200 characters. */
    public LocalDns text(String name, String text) throws IOException {
        String strings = text.replaceAll("(.{200})", "$1\" \"");
        return put(name, "TXT", "\"" + strings.replace(";", "\\;") + "\"");
    }

    public LocalDns silent(String name) {
        silent.add(name);
        return this;
    }

    public LocalDns failing(String name) {
        failing.add(name);
        return this;
    }

    public int overTcp() {
        return overTcp.get();
    }

    private void serveUdp() {
        byte[] room = new byte[4096];
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(room, room.length);
                udp.receive(packet);
                Message question = new Message(java.util.Arrays.copyOf(room, packet.getLength()));
                if (!isSilent(question)) {
                    byte[] answer = answer(question, false).toWire();
                    byte[] cut =
                            answer.length > UDP_BYTES ? answer(question, true).toWire() : answer;
                    udp.send(new DatagramPacket(cut, cut.length, packet.getSocketAddress()));
                }
            } catch (IOException closed) {
                // The loop looks.
            }
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try {
                Socket socket = tcp.accept();
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException closed) {
                // The loop looks.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            while (true) {
                Message question = new Message(in.readNBytes(in.readUnsignedShort()));
                overTcp.incrementAndGet();
                byte[] answer = answer(question, false).toWire();
                byte[] framed = new byte[answer.length + 2];
                framed[0] = (byte) (answer.length >> 8);
                framed[1] = (byte) answer.length;
                System.arraycopy(answer, 0, framed, 2, answer.length);
                out.write(framed);
                out.flush();
            }
        } catch (IOException gone) {
            // The client has what it wanted.
        }
    }

    private static String name(Message question) {
        String name = question.getQuestion().getName().toString(true);
        return name.toLowerCase(java.util.Locale.ROOT);
    }

    private boolean isSilent(Message question) {
        return silent.contains("*") || silent.contains(name(question));
    }

    private Message answer(Message question, boolean cut) {
        String name = name(question);
        Header header = new Header(question.getHeader().getID());
        header.setFlag(Flags.QR);
        header.setFlag(Flags.RA);
        Message answer = new Message(0);
        answer.setHeader(header);
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        if (cut) {
            header.setFlag(Flags.TC);
            return answer;
        }
        String type = Type.string(question.getQuestion().getType());
        List<Record> found = records.getOrDefault(name + "/" + type, records.getOrDefault(name + "/CNAME", List.of()));
        found.forEach(record -> answer.addRecord(record, Section.ANSWER));
        boolean known = records.keySet().stream().anyMatch(key -> key.startsWith(name + "/"));
        header.setRcode(failing.contains(name) ? Rcode.SERVFAIL : known ? Rcode.NOERROR : Rcode.NXDOMAIN);
        return answer;
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }
}

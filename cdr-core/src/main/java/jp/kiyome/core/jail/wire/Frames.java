package jp.kiyome.core.jail.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * One direction each of a pipe. A frame is {@code K Y} and the version of the protocol, the kind of what it holds, the
 * length of the body (four bytes, highest first), and the body.
 *
 * <p>One thread may read while another writes.
 */
public final class Frames {

    /** Version of the protocol; both sides come from one class path, so there is but one. */
    public static final int VERSION = 1;

    private static final int HEAD = 8;

    private final InputStream in;
    private final OutputStream out;

    public Frames(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    public void send(Request request) throws IOException {
        FrameWriter body = new FrameWriter();
        send(RequestForm.write(request, body), body);
    }

    /**
     * Sends an answer.
     *
     * @throws FrameTooLarge when nothing was sent
     */
    public void send(Answer answer) throws IOException {
        FrameWriter body = new FrameWriter();
        send(AnswerForm.write(answer, body), body);
    }

    /**
     * Waits for the next request.
     *
     * @throws EOFException when there will be none
     */
    public Request request() throws IOException {
        byte[] head = head();
        return RequestForm.read(head[3], body(head));
    }

    /**
     * Waits for the next answer.
     *
     * @throws EOFException when there will be none
     * @throws MalformedFrame for anything else than a whole answer
     */
    public Answer answer() throws IOException {
        byte[] head = head();
        return AnswerForm.read(head[3], body(head));
    }

    private void send(int kind, FrameWriter body) throws IOException {
        byte[] frame = new byte[HEAD + body.size()];
        frame[0] = 'K';
        frame[1] = 'Y';
        frame[2] = VERSION;
        frame[3] = (byte) kind;
        for (int i = 0; i < 4; i++) {
            frame[4 + i] = (byte) (body.size() >>> (24 - 8 * i));
        }
        System.arraycopy(body.body(), 0, frame, HEAD, body.size());
        out.write(frame);
        out.flush();
    }

    private byte[] head() throws IOException {
        byte[] head = in.readNBytes(HEAD);
        if (head.length < HEAD) {
            throw new EOFException();
        }
        if (head[0] != 'K' || head[1] != 'Y' || head[2] != VERSION) {
            throw new MalformedFrame("not a frame of this protocol");
        }
        return head;
    }

    private FrameReader body(byte[] head) throws IOException {
        int length = 0;
        for (int i = 4; i < HEAD; i++) {
            length = length << 8 | head[i] & 0xFF;
        }
        if (length < 0 || length > WireLimits.FRAME) {
            throw new MalformedFrame("a frame of " + length + " bytes");
        }
        // Grows with what comes: a length alone makes nobody allocate.
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return new FrameReader(body);
    }
}

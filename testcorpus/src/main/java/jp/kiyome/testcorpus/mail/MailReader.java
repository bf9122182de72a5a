package jp.kiyome.testcorpus.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What somebody who reads a mail is shown. */
public final class MailReader {

    private final StringBuilder text = new StringBuilder();
    private final List<String> pictures = new ArrayList<>();

    private MailReader() {}

    /** Subject, texts and names of files. */
    public static String shown(byte[] mail) {
        return of(mail).text.toString();
    }

    /** Pictures by type and size. */
    public static List<String> pictures(byte[] mail) {
        return of(mail).pictures;
    }

    private static MailReader of(byte[] mail) {
        MailReader reader = new MailReader();
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
            reader.text.append(message.getSubject()).append('\n');
            reader.part(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("no mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reader;
    }

    private void part(MimePart part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            MimeMultipart parts = new MimeMultipart(new MimePartDataSource(part));
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                part((MimePart) inner);
            }
            return;
        }
        String name = part.getFileName();
        if (name != null) {
            text.append(MimeUtility.decodeText(MimeUtility.unfold(name))).append('\n');
        }
        try (InputStream in = new MimePartDataSource(part).getInputStream()) {
            byte[] bytes = in.readAllBytes();
            if (part.isMimeType("image/*")) {
                pictures.add(part.getContentType().split(";", 2)[0] + " " + size(bytes));
            } else if (name == null) {
                text.append(new String(bytes, charset(part))
                                .replace("\r\n", "\n")
                                .stripTrailing())
                        .append('\n');
            }
        }
    }

    /** Width and height of a PNG. */
    private static String size(byte[] png) {
        return ByteBuffer.wrap(png).getInt(16) + "x" + ByteBuffer.wrap(png).getInt(20);
    }

    private static Charset charset(MimePart part) throws MessagingException {
        String charset = new jakarta.mail.internet.ContentType(part.getContentType()).getParameter("charset");
        return Charset.forName(
                charset == null ? "us-ascii" : charset.equalsIgnoreCase("Shift_JIS") ? "windows-31j" : charset);
    }
}

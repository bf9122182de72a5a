package jp.kiyome.message.witness;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;

/** Angus Mail, with its defaults. What it throws at it does not see. Threads may share it. */
public final class AngusWitness implements Witness {

    private static final int DEPTH = 40;
    private static final int PARTS = 2_000;

    @Override
    public String name() {
        return "Angus";
    }

    @Override
    public List<Seen> look(Content message, Budget budget) {
        List<Seen> seen = new ArrayList<>();
        try {
            Session session = Session.getInstance(new Properties());
            MimeMessage parsed = new MimeMessage(session, new ContentInput(message, 0, message.size()));
            part(parsed, seen, 0, budget);
        } catch (MessagingException unreadable) {
            return seen;
        }
        return seen;
    }

    private static void part(MimePart part, List<Seen> seen, int depth, Budget budget) {
        budget.checkTime();
        if (depth > DEPTH || seen.size() > PARTS) {
            return;
        }
        String type = type(part);
        try {
            if (type.startsWith("multipart/")) {
                MimeMultipart parts = new MimeMultipart(new MimePartDataSource(part));
                for (int i = 0; i < Math.min(PARTS, parts.getCount()); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    if (inner instanceof MimeBodyPart body) {
                        part(body, seen, depth + 1, budget);
                    }
                }
                return;
            }
            try (InputStream in = new MimePartDataSource(part).getInputStream()) {
                seen.add(new Seen(type, Fingerprint.of(in)));
            }
        } catch (MessagingException | IOException unreadable) {
            // What it cannot read, those who use it do not see either.
            return;
        }
    }

    private static String type(MimePart part) {
        try {
            ContentType type = new ContentType(part.getContentType());
            return type.getBaseType().toLowerCase(Locale.ROOT);
        } catch (ParseException none) {
            return "";
        } catch (MessagingException none) {
            return "";
        }
    }
}

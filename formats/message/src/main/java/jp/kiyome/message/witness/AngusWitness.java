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
import java.util.Locale;
import java.util.Properties;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;

/** Angus Mail, with its defaults. What it throws at it does not see. Threads may share it. */
public final class AngusWitness implements Witness {

    private static final int DEPTH = 40;
    private static final int PARTS = 2_000;

    /** One for all messages: each would look for providers in the whole class path. */
    private static final Session SESSION = Session.getInstance(new Properties());

    @Override
    public String name() {
        return "Angus";
    }

    @Override
    public void look(Content message, Budget budget, Listener listener) {
        try {
            MimeMessage parsed = new MimeMessage(SESSION, new ContentInput(message, 0, message.size()));
            new Walk(budget, listener).part(parsed, 0);
        } catch (MessagingException unreadable) {
            return;
        }
    }

    /** Over the parts of one message. */
    private static final class Walk {

        private final Budget budget;
        private final Listener listener;
        private int seen;

        Walk(Budget budget, Listener listener) {
            this.budget = budget;
            this.listener = listener;
        }

        void part(MimePart part, int depth) {
            budget.checkTime();
            if (depth > DEPTH || seen > PARTS) {
                return;
            }
            String type = type(part);
            try {
                if (type.startsWith("multipart/")) {
                    MimeMultipart parts = new MimeMultipart(new MimePartDataSource(part));
                    for (int i = 0; i < Math.min(PARTS, parts.getCount()); i++) {
                        BodyPart inner = parts.getBodyPart(i);
                        if (inner instanceof MimeBodyPart body) {
                            part(body, depth + 1);
                        }
                    }
                    return;
                }
                try (InputStream in = new MimePartDataSource(part).getInputStream()) {
                    listener.sees(type, in);
                    seen++;
                }
            } catch (MessagingException | IOException unreadable) {
                // What it cannot read, those who use it do not see either.
                return;
            }
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

package jp.kiyome.mail.settings;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.mail.address.Mailbox;

/**
 * The mails that an organisation has sent to its people.
 *
 * @param from what stands in their From
 * @param recipients of what befell their mail they are told at once
 * @param japaneseCharset whether they are written in ISO-2022-JP where all characters fit, not in UTF-8
 * @param mostAnHour to one recipient
 * @param zone in which times are told
 */
public record NoticeSettings(
        Mailbox from,
        Set<Befallen> recipients,
        boolean japaneseCharset,
        int mostAnHour,
        ZoneId zone,
        Optional<Digest> digest) {

    /** For those of whom nothing else is known. */
    public static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Tokyo");

    public NoticeSettings {
        recipients = Set.copyOf(recipients);
    }

    /** What can befall a mail. */
    public enum Befallen {
        HELD,
        LOCKED,
        REJECTED
    }

    /**
     * The list of what is held, once a day.
     *
     * @param officers who get the whole list; where there are none, each recipient gets one of his own
     */
    public record Digest(LocalTime at, List<Mailbox> officers) {

        public Digest {
            officers = List.copyOf(officers);
        }
    }
}

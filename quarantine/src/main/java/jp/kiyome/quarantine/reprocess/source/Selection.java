package jp.kiyome.quarantine.reprocess.source;

import java.nio.file.Path;
import jp.kiyome.quarantine.item.Criteria;

/** Which items are to be processed again. */
public sealed interface Selection {

    /** The same selection always in the same words: by them a run that was broken off is known again. */
    String words();

    /** Items of the store. */
    record Stored(Criteria criteria) implements Selection {

        @Override
        public String words() {
            return "store " + CriteriaWords.of(criteria);
        }
    }

    /**
     * Files outside the store.
     *
     * @param root absolute
     */
    record Outside(Form form, Path root) implements Selection {

        @Override
        public String words() {
            return form.word() + " " + root;
        }
    }

    /** What a place outside the store looks like. */
    enum Form {
        /** A folder of files and mails; those that end in {@code .eml} are mails. */
        FOLDER("folder"),
        /** Maildir, with its sub-folders (Maildir++). */
        MAILDIR("maildir"),
        /** One mbox file (RFC 4155). */
        MBOX("mbox"),
        /** The quarantine of amavis or MailScanner. */
        QUARANTINE("quarantine");

        private final String word;

        Form(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}

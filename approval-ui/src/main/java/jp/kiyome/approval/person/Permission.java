package jp.kiyome.approval.person;

/** One thing that somebody may be allowed to do. The table of access says which page needs which. */
public enum Permission {
    /** Hand files in, and fetch what was made of one's own. */
    TAKE_IN,
    /** See what was done to one's own mails and files, and ask for what is held. */
    ASK,
    /** Be handed an original, once somebody else has approved it. */
    RECEIVE_ORIGINALS,
    /** Decide on what others ask for. */
    DECIDE,
    /** See the held items of a group or an organisation. */
    OVERSEE,
    /** Change policies. */
    GOVERN,
    /** Read the trail. */
    READ_TRAIL,
    /** Keep the machine and the accounts; shows no contents. */
    OPERATE
}

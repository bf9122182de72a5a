package jp.kiyome.mail.authentication.dns;

/** What is asked on behalf of one mail: all of it before one deadline, and a limited number of questions. One thread uses it. */
public final class Lookups {

    private final Resolver resolver;
    private final Deadline deadline;
    private int left;

    /** @param most questions for the whole mail */
    public Lookups(Resolver resolver, Deadline deadline, int most) {
        this.resolver = resolver;
        this.deadline = deadline;
        this.left = most;
    }

    /** {@link Answer.Trouble} when time or questions are used up. */
    public Answer ask(String name, RecordType type) {
        if (left <= 0 || deadline.isOver()) {
            return new Answer.Trouble();
        }
        left--;
        return resolver.ask(new Question(name, type), deadline);
    }
}

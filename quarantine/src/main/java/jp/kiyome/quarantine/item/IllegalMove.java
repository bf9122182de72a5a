package jp.kiyome.quarantine.item;

/** A change of state that does not exist. Nothing was changed. */
public final class IllegalMove extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IllegalMove(State from, State to) {
        super("an item that is " + from + " cannot become " + to);
    }
}

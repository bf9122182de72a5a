package jp.kiyome.quarantine.waiting;

/** An item whose waiting has ended, and that nobody has said to be dealt with. */
public record Settled(Waiter waiter, End end) {}

package jp.kiyome.quarantine.reprocess.task;

/** A task that is done, with what it was about. */
public record Told(Subject subject, Done done) {}

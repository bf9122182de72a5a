package jp.kiyome.quarantine.reprocess.task;

/**
 * One thing to do.
 *
 * @param number in the run, from 0
 * @param tries how often it was begun, this time included
 */
public record Task(long number, Subject subject, int tries) {}

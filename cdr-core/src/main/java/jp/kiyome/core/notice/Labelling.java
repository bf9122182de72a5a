package jp.kiyome.core.notice;

/**
 * A label with what is known of the file.
 *
 * @param tag put before the title, unless it stands there already; may be empty
 * @param notice lines ended by CR LF, for the beginning of the text; empty where nothing was removed that a reader would miss
 */
public record Labelling(String tag, String notice) {}

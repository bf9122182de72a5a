package jp.kiyome.mail.server;

import jp.kiyome.mail.address.Mailbox;

/**
 * A recipient of an envelope, with what RFC 3461 lets a sender ask for.
 *
 * @param asked NOTIFY as it was asked for; empty where nothing was
 * @param original the parameter ORCPT; empty where there was none
 */
public record Recipient(Mailbox mailbox, String asked, String original) {}

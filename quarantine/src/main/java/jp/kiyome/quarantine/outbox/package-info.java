/** Mails of the gateway's own, kept until the next hop has them. */
@NullMarked
package jp.kiyome.quarantine.outbox;

import org.jspecify.annotations.NullMarked;

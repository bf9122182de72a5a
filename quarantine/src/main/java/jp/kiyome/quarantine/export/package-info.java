/** The audit trail for others: JSON lines, and CEF in syslog. */
@NullMarked
package jp.kiyome.quarantine.export;

import org.jspecify.annotations.NullMarked;

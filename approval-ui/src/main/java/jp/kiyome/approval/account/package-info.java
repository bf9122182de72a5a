/** Accounts of people: passwords, second factors, locks. The one place that changes their tables. */
@NullMarked
package jp.kiyome.approval.account;

import org.jspecify.annotations.NullMarked;

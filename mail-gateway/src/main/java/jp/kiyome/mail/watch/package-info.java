/** What an operator can see of the gateway: whether it works, and its figures. */
@NullMarked
package jp.kiyome.mail.watch;

import org.jspecify.annotations.NullMarked;

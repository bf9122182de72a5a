/** Addresses that a document may lead to: of the web and of mail. */
@NullMarked
package jp.kiyome.core.link;

import org.jspecify.annotations.NullMarked;

/** What other programs say of a file: the one interface to ask them by, and the answers they can give. */
@NullMarked
package jp.kiyome.bridge.verdict;

import org.jspecify.annotations.NullMarked;

/** What people look for, and the searches that they keep. */
@NullMarked
package jp.kiyome.approval.search;

import org.jspecify.annotations.NullMarked;

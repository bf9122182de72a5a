/** What becomes of passwords that documents were opened with. */
@NullMarked
package jp.kiyome.office.lock;

import org.jspecify.annotations.NullMarked;

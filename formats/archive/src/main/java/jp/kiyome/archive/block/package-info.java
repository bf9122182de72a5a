/** What the readers of LHA, CAB and RAR share: fields of headers, and the check of what was unpacked. */
@NullMarked
package jp.kiyome.archive.block;

import org.jspecify.annotations.NullMarked;

/** Policy files: YAML, checked against the words of the modules at hand, with faults told by line and column. */
@NullMarked
package jp.kiyome.core.policy.file;

import org.jspecify.annotations.NullMarked;

/** Findings of one part, counted before they are told. */
@NullMarked
package jp.kiyome.office.finding;

import org.jspecify.annotations.NullMarked;

/**
 * Records with a head of eight bytes, as drawings and presentations are made of them: read bounded, filtered by an allow-list that is
 * data, written anew.
 */
@NullMarked
package jp.kiyome.office.record;

import org.jspecify.annotations.NullMarked;

/** Requests for held items and originals, and what others decide about them. */
@NullMarked
package jp.kiyome.approval.request;

import org.jspecify.annotations.NullMarked;

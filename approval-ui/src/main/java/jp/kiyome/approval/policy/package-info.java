/** What holds for an organisation and where each value comes from; checking, applying and taking back what is typed. */
@NullMarked
package jp.kiyome.approval.policy;

import org.jspecify.annotations.NullMarked;

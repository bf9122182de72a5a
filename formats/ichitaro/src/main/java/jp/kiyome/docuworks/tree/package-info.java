/** The tree of objects that the properties hold. */
@NullMarked
package jp.kiyome.docuworks.tree;

import org.jspecify.annotations.NullMarked;

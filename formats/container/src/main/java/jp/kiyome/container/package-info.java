/** Containers and XML that several formats share. */
@NullMarked
package jp.kiyome.container;

import org.jspecify.annotations.NullMarked;

/**
 * SVG, filtered by {@code svg.allow} and {@code properties.allow}: elements, attributes, CSS and links by name, every value read and
 * written anew, names replaced by numbers.
 *
 * <p>Source: SVG 2, SVG 1.1, CSS Syntax 3 and the modules that the lists name.
 */
@NullMarked
package jp.kiyome.image.svg;

import org.jspecify.annotations.NullMarked;

/**
 * The packing of LHA's methods -lh4- to -lh7-: matches in a sliding window and literals, in blocks of static Huffman codes.
 * Ichitaro and DocuWorks files hold data packed so too.
 *
 * <p>Source: the description of the -lh5- stream by its makers (H. Okumura, H. Yoshizaki), as programs agree on it.
 */
@NullMarked
package jp.kiyome.container.lh5;

import org.jspecify.annotations.NullMarked;

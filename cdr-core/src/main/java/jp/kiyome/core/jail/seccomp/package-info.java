/** Giving up system calls (Linux seccomp, filter mode): a table for reviewers, the program made of it, and its installing. */
@NullMarked
package jp.kiyome.core.jail.seccomp;

import org.jspecify.annotations.NullMarked;

/** The first step of signing in, whoever keeps the password. */
@NullMarked
package jp.kiyome.approval.signin;

import org.jspecify.annotations.NullMarked;

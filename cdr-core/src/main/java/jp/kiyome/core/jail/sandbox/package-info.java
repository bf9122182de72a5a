/** How a worker process is started, with as much of a jail around it as the machine gives, and the look at it from outside. */
@NullMarked
package jp.kiyome.core.jail.sandbox;

import org.jspecify.annotations.NullMarked;

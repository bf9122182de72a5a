/** Bodies and files on their way through the engine, and what a policy chooses for them. */
@NullMarked
package jp.kiyome.message.child;

import org.jspecify.annotations.NullMarked;

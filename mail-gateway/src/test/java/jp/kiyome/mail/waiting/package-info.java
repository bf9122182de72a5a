@org.jspecify.annotations.NullMarked
package jp.kiyome.mail.waiting;

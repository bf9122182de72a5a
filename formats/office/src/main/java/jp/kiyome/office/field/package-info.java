@org.jspecify.annotations.NullMarked
package jp.kiyome.office.field;

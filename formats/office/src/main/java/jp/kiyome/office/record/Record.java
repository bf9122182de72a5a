package jp.kiyome.office.record;

import java.util.List;
import jp.kiyome.core.content.Content;

/** A record to be written: made of values that were read as what they are, or of what another rebuilder wrote. Immutable. */
// The specifications call it so; and nobody compares two records.
@SuppressWarnings({"AvoidCommonTypeNames", "ArrayRecordComponent"})
public sealed interface Record {

    /** What a number in a body points to. */
    enum Target {
        SHAPE,
        PICTURE
    }

    /**
     * A number of four bytes that points to something.
     *
     * @param at where in the body it stands
     */
    record Reference(Target target, int at) {}

    int type();

    int instance();

    /** Bytes of the body. */
    long size();

    /**
     * A record of records.
     *
     * @param size of the children together, counted once
     */
    record Container(int type, int instance, List<Record> children, long size) implements Record {

        public Container {
            children = List.copyOf(children);
        }

        public Container(int type, int instance, List<Record> children) {
            this(type, instance, children, together(children));
        }

        private static long together(List<Record> children) {
            long size = 0;
            for (Record child : children) {
                size += RecordHead.SIZE + child.size();
            }
            return size;
        }
    }

    /**
     * A record whose body is made of records although its version does not say so.
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Data(int type, List<Record> children) implements Record {

        public Data {
            children = List.copyOf(children);
        }

        @Override
        public int instance() {
            return 0;
        }

        @Override
        public long size() {
            return new Container(type, 0, children).size();
        }
    }

    /**
     * A record of numbers and text.
     *
     * @param body written by a layout or a codec, never a copy of input; not changed once the record is made
     * @param references where in the body numbers of shapes and pictures stand, which are written anew with the drawings
     * @param mark a number of the host's own, to find the record again; never written
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Atom(int version, int type, int instance, byte[] body, List<Reference> references, int mark)
            implements Record {

        public Atom {
            references = List.copyOf(references);
        }

        public Atom(int version, int type, int instance, byte[] body) {
            this(version, type, instance, body, List.of(), 0);
        }

        public Atom marked(int number) {
            return new Atom(version, type, instance, body, references, number);
        }

        @Override
        public long size() {
            return body.length;
        }

        public int i32(int at) {
            return Numbers.i32(body, at);
        }

        /** The same with another number at a place. */
        public Atom with(int at, int width, int value) {
            byte[] changed = body.clone();
            Numbers.put(changed, at, width, value);
            return new Atom(version, type, instance, changed, references, mark);
        }
    }

    /**
     * A record that holds what a rebuilder of pictures wrote.
     *
     * @param head what stands before it in the body
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Blob(int version, int type, int instance, byte[] head, Content data) implements Record {

        @Override
        public long size() {
            return head.length + data.size();
        }
    }
}

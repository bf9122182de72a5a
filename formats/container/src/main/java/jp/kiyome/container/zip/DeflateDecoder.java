package jp.kiyome.container.zip;

import java.util.zip.DataFormatException;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/** Inflates a raw deflate stream (RFC 1951) through a fixed buffer. */
final class DeflateDecoder implements MemberDecoder {

    private final ZipMember member;
    private final Content data;
    private final Inflaters inflaters;
    private final Inflaters.Fed fed;
    private final Budget budget;
    private long position;

    DeflateDecoder(ZipMember member, Content data, Inflaters inflaters, Budget budget) {
        this.member = member;
        this.data = data;
        this.inflaters = inflaters;
        this.fed = inflaters.take();
        this.budget = budget;
    }

    @Override
    public int decode(byte[] target, int offset, int length) {
        try {
            while (true) {
                int count = fed.inflater.inflate(target, offset, length);
                if (count > 0) {
                    return count;
                }
                if (fed.inflater.finished()) {
                    return -1;
                }
                if (!fed.inflater.needsInput() || fed.inflater.needsDictionary() || !feed()) {
                    throw broken("ends early");
                }
            }
        } catch (DataFormatException e) {
            throw broken(e.getMessage() == null ? "" : e.getMessage());
        }
    }

    private boolean feed() {
        int count = (int) Math.min(fed.buffer.length, data.size() - position);
        // A stream of empty blocks yields nothing to count: the time is asked instead.
        budget.checkTime();
        data.copy(position, fed.buffer, 0, count);
        fed.inflater.setInput(fed.buffer, 0, count);
        position += count;
        return count > 0;
    }

    @Override
    public long unused() {
        return data.size() - fed.inflater.getBytesRead();
    }

    @Override
    public void release() {
        inflaters.giveBack(fed);
    }

    private Refusal broken(String why) {
        return Refusal.of("zip.deflate", Location.ofPart(member.name()), why);
    }
}

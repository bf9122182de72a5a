package jp.kiyome.image.webp.lossless;

import jp.kiyome.core.limit.Budget;

/** Writes an entropy-coded image (RFC 9649 3.6, 3.7) with one group of codes. Not for sharing. */
final class ImageCoder {

    private static final int LITERALS = 256;
    private static final int[] CACHES = {0, 6, 10};

    private final BitOutput out;
    private final Budget budget;

    ImageCoder(BitOutput out, Budget budget) {
        this.out = out;
        this.budget = budget;
    }

    /** Symbol counts of the five codes; {@code cost} in bits is that of literals and copies together. */
    private static final class Counts {
        private final int[] green;
        private final int[] red = new int[LITERALS];
        private final int[] blue = new int[LITERALS];
        private final int[] alpha = new int[LITERALS];
        private final int[] distance = new int[BackReference.DISTANCE_SYMBOLS];

        Counts(int cacheSize) {
            green = new int[LITERALS + BackReference.LENGTH_SYMBOLS + cacheSize];
        }

        double bits() {
            return entropy(green) + entropy(red) + entropy(blue) + entropy(alpha) + entropy(distance);
        }

        private static double entropy(int[] counts) {
            long total = 0;
            double bits = 0;
            for (int count : counts) {
                if (count > 0) {
                    total += count;
                    // a symbol's own share of the description, roughly
                    bits += 4 - count * StrictMath.log(count) / StrictMath.log(2);
                }
            }
            return total == 0 ? 0 : bits + (double) total * StrictMath.log((double) total) / StrictMath.log(2);
        }
    }

    /** @param main whether the image is the picture itself, which says that it has one group */
    void write(int[] pixels, int width, boolean main) {
        Matches matches = Matches.of(pixels, width, budget);
        int[] shortCodes = BackReference.codes(width);
        int cacheBits = 0;
        Counts counts = count(matches, pixels, 0, shortCodes);
        for (int i = 1; main && i < CACHES.length; i++) {
            Counts other = count(matches, pixels, CACHES[i], shortCodes);
            if (other.bits() < counts.bits()) {
                counts = other;
                cacheBits = CACHES[i];
            }
        }
        out.flag(cacheBits > 0);
        if (cacheBits > 0) {
            out.write(cacheBits, 4);
        }
        if (main) {
            out.flag(false);
        }
        write(matches, pixels, counts, cacheBits, shortCodes);
    }

    private static Counts count(Matches matches, int[] pixels, int cacheBits, int[] shortCodes) {
        ColourCache cache = new ColourCache(cacheBits);
        Counts counts = new Counts(cache.size());
        matches.forEach(new Matches.Visitor() {
            @Override
            public void literal(int argb) {
                int cached = cache.find(argb);
                if (cached >= 0) {
                    counts.green[LITERALS + BackReference.LENGTH_SYMBOLS + cached]++;
                } else {
                    counts.green[argb >> 8 & 0xFF]++;
                    counts.red[argb >> 16 & 0xFF]++;
                    counts.blue[argb & 0xFF]++;
                    counts.alpha[argb >>> 24]++;
                }
                cache.add(argb);
            }

            @Override
            public void copy(int at, int length, int distance) {
                counts.green[LITERALS + BackReference.symbol(length)]++;
                counts.distance[BackReference.symbol(BackReference.code(distance, shortCodes))]++;
                for (int i = at; i < at + length; i++) {
                    cache.add(pixels[i]);
                }
            }
        });
        return counts;
    }

    private void write(Matches matches, int[] pixels, Counts counts, int cacheBits, int[] shortCodes) {
        PrefixEncoder green = new PrefixEncoder(counts.green);
        PrefixEncoder red = new PrefixEncoder(counts.red);
        PrefixEncoder blue = new PrefixEncoder(counts.blue);
        PrefixEncoder alpha = new PrefixEncoder(counts.alpha);
        PrefixEncoder distances = new PrefixEncoder(counts.distance);
        for (PrefixEncoder code : new PrefixEncoder[] {green, red, blue, alpha, distances}) {
            code.describe(out);
        }
        ColourCache cache = new ColourCache(cacheBits);
        matches.forEach(new Matches.Visitor() {
            @Override
            public void literal(int argb) {
                int cached = cache.find(argb);
                if (cached >= 0) {
                    green.symbol(LITERALS + BackReference.LENGTH_SYMBOLS + cached, out);
                } else {
                    green.symbol(argb >> 8 & 0xFF, out);
                    red.symbol(argb >> 16 & 0xFF, out);
                    blue.symbol(argb & 0xFF, out);
                    alpha.symbol(argb >>> 24, out);
                }
                cache.add(argb);
            }

            @Override
            public void copy(int at, int length, int distance) {
                reference(green, LITERALS, length);
                reference(distances, 0, BackReference.code(distance, shortCodes));
                for (int i = at; i < at + length; i++) {
                    cache.add(pixels[i]);
                }
            }
        });
    }

    private void reference(PrefixEncoder code, int first, int value) {
        int symbol = BackReference.symbol(value);
        code.symbol(first + symbol, out);
        out.write(BackReference.extra(value), BackReference.extraBits(symbol));
    }
}

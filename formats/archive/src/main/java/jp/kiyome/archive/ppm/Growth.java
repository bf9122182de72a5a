package jp.kiyome.archive.ppm;

import static jp.kiyome.archive.ppm.Model.COUNT;
import static jp.kiyome.archive.ppm.Model.MOST_COUNT;
import static jp.kiyome.archive.ppm.Model.ONLY;
import static jp.kiyome.archive.ppm.Model.STATE;
import static jp.kiyome.archive.ppm.Model.STATES;
import static jp.kiyome.archive.ppm.Model.SUCCESSOR;
import static jp.kiyome.archive.ppm.Model.SUFFIX;
import static jp.kiyome.archive.ppm.Model.SUM;

/** How the model learns: contexts that are made, characters that contexts take in, counts that are halved. */
final class Growth {

    /** Contexts in a row, the longest first. */
    private static final int DEEPEST = 64;

    private final Model model;
    private final Units units;
    private final int[] states = new int[DEEPEST];

    Growth(Model model, Units units) {
        this.model = model;
        this.units = units;
    }

    /** After a character that came at {@code model.found}. */
    void update() {
        if (!grow()) {
            model.restart();
        }
    }

    /** False where no memory is left. */
    private boolean grow() {
        int symbol = units.u8(model.found);
        int count = units.u8(model.found + COUNT);
        int after = units.place(model.found + SUCCESSOR);
        int state = raiseShorter(symbol, count);
        if (model.orderFall == 0) {
            int made = successors(true, state);
            units.putPlace(model.found + SUCCESSOR, made);
            model.context = made;
            model.longest = made;
            return made != 0;
        }
        if (!units.addText(symbol)) {
            return false;
        }
        int successor = units.text();
        if (after != 0) {
            if (after <= units.text()) {
                after = successors(false, state);
                if (after == 0) {
                    return false;
                }
            }
            if (--model.orderFall == 0) {
                successor = after;
                if (model.longest != model.context) {
                    units.dropText();
                }
            }
        } else {
            units.putPlace(model.found + SUCCESSOR, successor);
            after = model.context;
        }
        if (!takeIn(symbol, count, successor)) {
            return false;
        }
        model.context = after;
        model.longest = after;
        return true;
    }

    /** Counts the character in the next shorter context too; returns its place there, or 0. */
    private int raiseShorter(int symbol, int count) {
        int shorter = units.place(model.context + SUFFIX);
        if (count >= MOST_COUNT / 4 || shorter == 0) {
            return 0;
        }
        if (units.u16(shorter) == 1) {
            int only = shorter + ONLY;
            int known = units.u8(only + COUNT);
            units.put8(only + COUNT, known + (known < 32 ? 1 : 0));
            return only;
        }
        int state = units.place(shorter + STATES);
        if (units.u8(state) != symbol) {
            state = find(state + STATE, symbol);
            if (units.u8(state + COUNT) >= units.u8(state - STATE + COUNT)) {
                swap(state, state - STATE);
                state -= STATE;
            }
        }
        if (units.u8(state + COUNT) < MOST_COUNT - 9) {
            units.put8(state + COUNT, units.u8(state + COUNT) + 2);
            units.put16(shorter + SUM, units.u16(shorter + SUM) + 2);
        }
        return state;
    }

    private int find(int from, int symbol) {
        int state = from;
        while (units.u8(state) != symbol) {
            state += STATE;
        }
        return state;
    }

    /** The contexts between the context and the longest learn the character; false where no memory is left. */
    private boolean takeIn(int symbol, int count, int successor) {
        int number = units.u16(model.context);
        int others = units.u16(model.context + SUM) - number - (count - 1);
        for (int at = model.longest; at != model.context; at = units.place(at + SUFFIX)) {
            int known = units.u16(at);
            if (!makeRoom(at, known, number)) {
                return false;
            }
            int sum = units.u16(at + SUM);
            int share = 2 * count * (sum + 6);
            int scale = others + sum;
            if (share < 6 * scale) {
                share = 1 + (share > scale ? 1 : 0) + (share >= 4 * scale ? 1 : 0);
                sum += 3;
            } else {
                share = 4
                        + (share >= 9 * scale ? 1 : 0)
                        + (share >= 12 * scale ? 1 : 0)
                        + (share >= 15 * scale ? 1 : 0);
                sum += share;
            }
            units.put16(at + SUM, sum);
            int state = units.place(at + STATES) + known * STATE;
            units.put8(state, symbol);
            units.put8(state + COUNT, share);
            units.putPlace(state + SUCCESSOR, successor);
            units.put16(at, known + 1);
        }
        return true;
    }

    private boolean makeRoom(int at, int known, int number) {
        if (known == 1) {
            int state = units.take(1);
            if (state == 0) {
                return false;
            }
            units.copy(at + ONLY, state, STATE);
            units.putPlace(at + STATES, state);
            int count = units.u8(state + COUNT);
            count = count < MOST_COUNT / 4 - 1 ? 2 * count : MOST_COUNT - 4;
            units.put8(state + COUNT, count);
            units.put16(at + SUM, count + model.firstEscape + (number > 3 ? 1 : 0));
            return true;
        }
        if ((known & 1) == 0) {
            int states = units.expand(units.place(at + STATES), known >> 1);
            if (states == 0) {
                return false;
            }
            units.putPlace(at + STATES, states);
        }
        int sum = units.u16(at + SUM);
        int more = 2 * known < number ? 1 : 0;
        if (4 * known <= number && sum <= 8 * known) {
            more += 2;
        }
        units.put16(at + SUM, sum + more);
        return true;
    }

    /** Makes the contexts after the character, one for each that had only text there; 0 where no memory is left. */
    private int successors(boolean skip, int known) {
        int symbol = units.u8(model.found);
        int branch = units.place(model.found + SUCCESSOR);
        int at = model.context;
        int depth = 0;
        if (!skip) {
            states[depth++] = model.found;
        }
        int state = known;
        while (units.place(at + SUFFIX) != 0) {
            at = units.place(at + SUFFIX);
            if (state == 0) {
                state = units.u16(at) == 1 ? at + ONLY : find(units.place(at + STATES), symbol);
            }
            int after = units.place(state + SUCCESSOR);
            if (after != branch) {
                at = after;
                break;
            }
            states[depth++] = state;
            state = 0;
        }
        if (depth == 0) {
            return at;
        }
        int first = units.u8(branch);
        int count = firstCount(at, first);
        while (depth > 0) {
            int made = units.takeOne();
            if (made == 0) {
                return 0;
            }
            units.put16(made, 1);
            units.put8(made + ONLY, first);
            units.put8(made + ONLY + COUNT, count);
            units.putPlace(made + ONLY + SUCCESSOR, branch + 1);
            units.putPlace(made + SUFFIX, at);
            units.putPlace(states[--depth] + SUCCESSOR, made);
            at = made;
        }
        return at;
    }

    /** What a new context counts its only character as, by how common that is in the context before. */
    private int firstCount(int at, int symbol) {
        if (units.u16(at) == 1) {
            return units.u8(at + ONLY + COUNT);
        }
        int state = find(units.place(at + STATES), symbol);
        int count = units.u8(state + COUNT) - 1;
        int others = units.u16(at + SUM) - units.u16(at) - count;
        if (2 * count <= others) {
            return 1 + (5 * count > others ? 1 : 0);
        }
        return 1 + (2 * count + 3 * others - 1) / (2 * others);
    }

    void swap(int one, int other) {
        for (int i = 0; i < STATE; i++) {
            int value = units.u8(one + i);
            units.put8(one + i, units.u8(other + i));
            units.put8(other + i, value);
        }
    }

    /** Halves the counts of the context, the found character first. */
    void rescale() {
        int at = model.context;
        int number = units.u16(at);
        int first = units.place(at + STATES);
        for (int state = model.found; state != first; state -= STATE) {
            swap(state, state - STATE);
        }
        int adder = model.orderFall != 0 ? 1 : 0;
        units.put8(first + COUNT, units.u8(first + COUNT) + 4);
        int escape = units.u16(at + SUM) + 4 - units.u8(first + COUNT);
        int sum = units.u8(first + COUNT) + adder >> 1;
        units.put8(first + COUNT, sum);
        int state = first;
        for (int i = 1; i < number; i++) {
            state += STATE;
            escape -= units.u8(state + COUNT);
            int half = units.u8(state + COUNT) + adder >> 1;
            units.put8(state + COUNT, half);
            sum += half;
            sortIn(state, first);
        }
        int gone = 0;
        while (units.u8(state + COUNT) == 0) {
            gone++;
            state -= STATE;
        }
        finish(at, number, number - gone, escape + gone, sum);
    }

    private void sortIn(int from, int first) {
        int state = from;
        while (state != first && units.u8(state + COUNT) > units.u8(state - STATE + COUNT)) {
            swap(state, state - STATE);
            state -= STATE;
        }
    }

    private void finish(int at, int before, int number, int escapes, int counts) {
        int escape = escapes;
        int first = units.place(at + STATES);
        units.put16(at, number);
        if (number == 1) {
            int count = units.u8(first + COUNT);
            do {
                count -= count >> 1;
                escape >>= 1;
            } while (escape > 1);
            units.put8(first + COUNT, count);
            units.copy(first, at + ONLY, STATE);
            units.giveBack(first, before + 1 >> 1);
            model.found = at + ONLY;
            return;
        }
        units.put16(at + SUM, counts + escape - (escape >> 1));
        int oldUnits = before + 1 >> 1;
        int newUnits = number + 1 >> 1;
        if (oldUnits != newUnits) {
            units.putPlace(at + STATES, units.shrink(first, oldUnits, newUnits));
        }
        model.found = units.place(at + STATES);
    }
}

package jp.kiyome.testcorpus.scan;

import java.util.HashSet;
import java.util.Set;

/** Numbers in a workbook that name a font, a format, a series, and ranges of cells ([MS-XLS] 2.4). One stream, once. */
final class XlsNumbers {

    private static final int BUILT_IN = 164;

    private final Check.Found found;
    private final Set<Integer> written = new HashSet<>();
    private int fonts;
    private int formats;
    private int series;
    private int groups;

    XlsNumbers(Check.Found found) {
        this.found = found;
    }

    /** First over all records, before any is looked at. */
    void count(XlsScan.Piece piece) {
        switch (piece.id()) {
            case 0x31 -> fonts++;
            case 0xE0 -> formats++;
            case 0x41E -> written.add(piece.u16(0));
            case 0x1003 -> series++;
            case 0x1014 -> groups++;
            default -> {}
        }
    }

    void look(XlsScan.Piece piece) {
        switch (piece.id()) {
            case 0xE0 -> {
                font(piece, 0);
                number(piece, 2);
                below(piece, "parent", (piece.u16(4) >> 4) == 0xFFF ? 0 : piece.u16(4) >> 4, formats);
            }
            case 0x293 -> below(piece, "format", piece.u16(0) & 0xFFF, formats);
            case 0x201, 0x203, 0xFD, 0x27E, 0x06, 0x205 -> below(piece, "format", piece.u16(4), formats);
            case 0x208 -> below(piece, "format", piece.u16(14) & 0xFFF, formats);
            case 0x7D -> {
                below(piece, "format", piece.u16(6), formats);
                right(piece, piece.u16(0) <= piece.u16(2), "columns");
            }
            case 0xE5 -> merged(piece);
            case 0x1D -> below(piece, "range", piece.u16(5), Math.max(1, piece.u16(7)));
            case 0xFC -> strings(piece);
            case 0x1026 -> font(piece, 0);
            case 0x104E -> number(piece, 0);
            case 0x1045 -> below(piece, "group", piece.u16(0), Math.max(1, groups));
            case 0x1016 -> {
                for (int i = 0; i < piece.u16(0); i++) {
                    below(piece, "series", piece.u16(2 + 2 * i), Math.max(1, series) + 1);
                }
            }
            case 0x1050 -> {
                for (int i = 0; i < piece.u16(0); i++) {
                    font(piece, 4 + 4 * i);
                }
            }
            default -> {}
        }
    }

    private void font(XlsScan.Piece piece, int at) {
        below(piece, "font", piece.u16(at), fonts + 1);
    }

    private void number(XlsScan.Piece piece, int at) {
        right(piece, piece.u16(at) < BUILT_IN || written.contains(piece.u16(at)), "no such way to write numbers");
    }

    private void merged(XlsScan.Piece piece) {
        for (int i = 0; i < piece.u16(0); i++) {
            int at = 2 + 8 * i;
            right(piece, piece.u16(at) <= piece.u16(at + 2) && piece.u16(at + 4) <= piece.u16(at + 6), "cells");
        }
    }

    /** The first string, where it is one with fonts. */
    private void strings(XlsScan.Piece piece) {
        int flags = piece.u8(10);
        if ((flags & 0x0C) == 8) {
            int length = piece.u16(8);
            int at = 13 + length * ((flags & 1) + 1);
            for (int i = 0; i < piece.u16(11) && at + 4 <= piece.data().length; i++, at += 4) {
                right(piece, piece.u16(at) <= length, "a run behind the text");
                font(piece, at + 2);
            }
        }
    }

    private void below(XlsScan.Piece piece, String what, int number, int count) {
        right(piece, number < count, what + " " + number + " of " + count);
    }

    private void right(XlsScan.Piece piece, boolean right, String what) {
        if (!right) {
            found.vector("Workbook/" + Integer.toHexString(piece.id()), what);
        }
    }
}

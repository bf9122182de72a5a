package jp.kiyome.pdf.field;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Lexer;
import jp.kiyome.pdf.cos.Num;

/**
 * How a field says its text is to be drawn (ISO 32000-2, 12.7.4.3).
 *
 * @param size of the font in points; 0 where the drawer chooses
 * @param colour operands of the operator {@code colourWord}
 * @param quadding 0 left, 1 in the middle, 2 right
 * @param lines whether there may be several lines
 * @param comb cells of equal width, one a character; 0 for none
 */
public record FieldStyle(double size, List<Cos> colour, String colourWord, int quadding, boolean lines, int comb) {

    private static final int MULTILINE = 1 << 12;
    private static final int COMB = 1 << 24;
    private static final double LARGEST = 144;

    /** Takes {@code appearance}: the clean operators of the default appearance */
    public static FieldStyle of(byte[] appearance, int quadding, int flags, int maxLength) {
        double size = 0;
        List<Cos> colour = List.of(Cos.num(0));
        String word = "g";
        List<Cos> operands = new ArrayList<>();
        Lexer lexer = new Lexer(ByteInput.of(appearance));
        for (Lexer.Token token = lexer.next(); token != Lexer.Token.END; token = lexer.next()) {
            switch (token) {
                case NUMBER, NAME -> operands.add(lexer.value());
                case KEYWORD -> {
                    if (lexer.word().equals("Tf") && operands.getLast() instanceof Num number) {
                        size = Math.min(LARGEST, Math.abs(number.value()));
                    } else if (lexer.word().equals("g")
                            || lexer.word().equals("rg")
                            || lexer.word().equals("k")) {
                        colour = List.copyOf(operands);
                        word = lexer.word();
                    }
                    operands.clear();
                }
                default -> {}
            }
        }
        int comb = (flags & COMB) != 0 && maxLength > 0 && maxLength <= 1000 ? maxLength : 0;
        return new FieldStyle(size, colour, word, quadding, (flags & MULTILINE) != 0, comb);
    }

    public FieldStyle withLines() {
        return new FieldStyle(size, colour, colourWord, quadding, true, 0);
    }
}

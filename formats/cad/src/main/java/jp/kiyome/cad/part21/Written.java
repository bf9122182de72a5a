package jp.kiyome.cad.part21;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes instances, one a line, in ASCII. Not thread-safe. */
final class Written {

    private final OutputStream out;

    Written(OutputStream out) {
        this.out = out;
    }

    void text(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write", e);
        }
    }

    void instance(Instance instance) {
        StringBuilder line =
                new StringBuilder().append('#').append(instance.id()).append('=');
        line.append(instance.complex() ? "(" : "");
        for (Entity record : instance.records()) {
            line.append(record.name());
            list(record.parameters(), line);
        }
        text(line.append(instance.complex() ? ");\n" : ";\n").toString());
    }

    private static void list(List<Value> items, StringBuilder line) {
        line.append('(');
        for (int i = 0; i < items.size(); i++) {
            line.append(i > 0 ? "," : "");
            value(items.get(i), line);
        }
        line.append(')');
    }

    private static void value(Value value, StringBuilder line) {
        switch (value) {
            case Value.Numeral(String digits) -> line.append(digits);
            case Value.Text(String text) -> line.append(Strings.encoded(text));
            case Value.Enumeration(String name) -> line.append('.').append(name).append('.');
            case Value.Reference(long id) -> line.append('#').append(id);
            case Value.Unset unset -> line.append('$');
            case Value.Derived derived -> line.append('*');
            case Value.Items(List<Value> items) -> list(items, line);
            case Value.Typed(String type, Value inner) -> list(List.of(inner), line.append(type));
        }
    }
}

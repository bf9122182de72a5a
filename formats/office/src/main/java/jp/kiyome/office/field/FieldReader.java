package jp.kiyome.office.field;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.kiyome.office.field.FieldForm.Slot;
import jp.kiyome.office.field.FieldToken.Switch;
import jp.kiyome.office.field.FieldToken.Text;
import jp.kiyome.office.field.FieldVerdict.Allowed;
import jp.kiyome.office.field.FieldVerdict.Reason;

/** Reads one instruction after its name and writes what it understood. */
final class FieldReader {

    private final String name;
    private final FieldForm form;
    private final FieldForms forms;
    private final FieldLexer lexer;
    private final StringBuilder written = new StringBuilder();
    private final Set<String> bookmarks = new LinkedHashSet<>();
    private int argument;

    FieldReader(String name, FieldForm form, FieldForms forms, FieldLexer lexer) {
        this.name = name;
        this.form = form;
        this.forms = forms;
        this.lexer = lexer;
        written.append(' ').append(name);
    }

    Allowed read() {
        switch (form.rest()) {
            case ARGUMENTS -> arguments();
            case EQUATION -> written.append(' ').append(new EquationText(lexer.rest(), forms).canonical());
            case EXPRESSION -> expression();
        }
        return new Allowed(name, written.append(' ').toString(), Collections.unmodifiableSet(bookmarks));
    }

    private void arguments() {
        while (!lexer.atEnd()) {
            switch (lexer.next()) {
                case Switch given -> aSwitch(given);
                case Text given -> argument(given);
            }
        }
        List<Slot> missing = form.arguments().subList(argument, form.arguments().size());
        if (missing.stream().anyMatch(slot -> !slot.optional())) {
            throw new NotAllowed(Reason.SYNTAX, name);
        }
    }

    private void argument(Text given) {
        if (argument == form.arguments().size()) {
            throw given.raw().indexOf(FieldGrammar.NESTED) >= 0
                    ? new NotAllowed(Reason.NESTED, name)
                    : new NotAllowed(Reason.SYNTAX, given.raw());
        }
        write(form.arguments().get(argument++).kind(), given);
    }

    private void aSwitch(Switch given) {
        if ("*#@!".indexOf(given.letter()) >= 0) {
            general(given);
            return;
        }
        List<Slot> slots = form.switches().get(given.letter());
        if (slots == null) {
            throw new NotAllowed(Reason.SYNTAX, given.written());
        }
        append(given);
        for (Slot slot : slots) {
            value(slot);
        }
    }

    private void value(Slot slot) {
        if (lexer.atEnd() || lexer.nextIsSwitch()) {
            if (!slot.optional()) {
                throw new NotAllowed(Reason.SYNTAX, name);
            }
            return;
        }
        if (lexer.next() instanceof Text given) {
            write(slot.kind(), given);
        }
    }

    /** {@code \*} has a word of the list, {@code \#} and {@code \@} a picture, {@code \!} nothing (§17.16.4). */
    private void general(Switch given) {
        append(given);
        if (given.letter() == '!') {
            return;
        }
        if (lexer.atEnd() || !(lexer.next() instanceof Text value)) {
            throw new NotAllowed(Reason.SYNTAX, given.written());
        }
        if (given.letter() == '*' && !forms.isFormat(value.value())) {
            throw new NotAllowed(Reason.SYNTAX, value.raw());
        }
        write(ArgumentKind.TEXT, value);
    }

    /** The calculation goes up to the first switch; pictures in quotes stand behind it. */
    private void expression() {
        FieldExpression expression = new FieldExpression(lexer.rest());
        written.append(' ').append(expression.canonical());
        bookmarks.addAll(expression.names());
        FieldLexer switches = new FieldLexer(expression.behind());
        FieldReader reader = new FieldReader(name, form, forms, switches);
        reader.written.setLength(0);
        reader.arguments();
        written.append(reader.written);
    }

    private void write(ArgumentKind kind, Text given) {
        Text canonical = kind.canonical(given);
        if (kind == ArgumentKind.BOOKMARK) {
            bookmarks.add(canonical.value());
        }
        append(canonical);
    }

    private void append(FieldToken token) {
        written.append(' ').append(token.written());
    }
}

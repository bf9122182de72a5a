package jp.kiyome.core.audit;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The text constants of a compiled class that may be codes of findings.
 *
 * @param given for each call of a method that takes a code: the constants shaped like one since the call before
 * @param shaped all that have the shape of one
 */
record CodeConstants(List<NavigableSet<String>> given, NavigableSet<String> shaped) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");

    private static final String PACKAGE = "jp/kiyome/core/finding/";
    private static final Set<String> TAKERS = Set.of(PACKAGE + "Finding", PACKAGE + "Refusal", PACKAGE + "FindingKind");

    static CodeConstants of(byte[] classFile) {
        ClassModel model = ClassFile.of().parse(classFile);
        CodeConstants constants = new CodeConstants(new ArrayList<>(), new TreeSet<>());
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof StringEntry text
                    && SHAPE.matcher(text.stringValue()).matches()) {
                constants.shaped.add(text.stringValue());
            }
        }
        for (MethodModel method : model.methods()) {
            method.code().ifPresent(constants::addGiven);
        }
        return constants;
    }

    private void addGiven(CodeModel code) {
        NavigableSet<String> sinceLast = new TreeSet<>();
        for (CodeElement element : code) {
            if (element instanceof ConstantInstruction constant
                    && constant.constantValue() instanceof String text
                    && SHAPE.matcher(text).matches()) {
                sinceLast.add(text);
            } else if (element instanceof InvokeInstruction call && takesCode(call)) {
                given.add(sinceLast);
                sinceLast = new TreeSet<>();
            }
        }
    }

    private static boolean takesCode(InvokeInstruction call) {
        return TAKERS.contains(call.owner().asInternalName())
                && call.name().equalsString("of")
                && call.type().stringValue().startsWith("(Ljava/lang/String;");
    }
}

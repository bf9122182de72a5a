package jp.kiyome.testcorpus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.foreign.Linker;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.engine.Cleaned;

/** Who may do what around the jail. */
@AnalyzeClasses(packages = "jp.kiyome", importOptions = ImportOption.DoNotIncludeTests.class)
class JailArchitectureTest {

    @ArchTest
    static final ArchRule onlyThePoolCallsAnOutputClean = noClasses()
            .that()
            .resideOutsideOfPackage("jp.kiyome.core.jail.pool")
            .should()
            .callMethod(Cleaned.class, "verifiedByWorker", Content.class);

    @ArchTest
    static final ArchRule nativeCodeIsCalledInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("jp.kiyome.core.jail.seccomp")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Linker.class);

    @ArchTest
    static final ArchRule thePoolParsesNothing = noClasses()
            .that()
            .resideInAPackage("jp.kiyome.core.jail.pool")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jp.kiyome.core.engine.Engine")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jp.kiyome.core.magic.TikaWitness");
}

package jp.kiyome.testcorpus;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.TimeZone;

/** The arrows of the design. Test code and this module's own commands are not meant. */
@AnalyzeClasses(packages = "jp.kiyome", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CORE = "jp.kiyome.core..";
    private static final String CONTAINER = "jp.kiyome.container..";
    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("jp.kiyome..");
    private static final String IMAGE = "jp.kiyome.image..";
    private static final String OFFICE = "jp.kiyome.office..";
    private static final String PDF_PICTURES = "jp.kiyome.pdf.picture..";
    private static final String MAIL = "jp.kiyome.mail..";
    private static final String APPROVAL = "jp.kiyome.approval..";
    private static final String APP = "jp.kiyome.app..";
    private static final String TESTCORPUS = "jp.kiyome.testcorpus..";

    @ArchTest
    static final ArchRule theCoreKnowsNothingElseOfOurs = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat(OURS.and(resideOutsideOfPackage(CORE)));

    @ArchTest
    static final ArchRule containersKnowTheCoreAlone = noClasses()
            .that()
            .resideInAPackage(CONTAINER)
            .should()
            .dependOnClassesThat(OURS.and(resideOutsideOfPackages(CORE, CONTAINER)));

    /** Whatever is neither of these nor above the formats is a format: a new one needs no line here. */
    @ArchTest
    static final ArchRule aFormatKnowsTheCoreAndContainersAlone = noClasses()
            .that(OURS.and(resideOutsideOfPackages(CORE, CONTAINER, MAIL, APPROVAL, APP, TESTCORPUS)))
            .should(dependOnAnotherModule());

    /** It parses no mail: that is for workers, which know formats. */
    @ArchTest
    static final ArchRule theMailGatewayKnowsNoFormat = noClasses()
            .that()
            .resideInAPackage(MAIL)
            .should()
            .dependOnClassesThat(
                    OURS.and(resideOutsideOfPackages(CORE, MAIL, "jp.kiyome.quarantine..", "jp.kiyome.bridge..")));

    /** It parses nothing, and knows neither formats nor the mail gateway: they meet in the store. */
    @ArchTest
    static final ArchRule theWebApplicationKnowsTheCoreTheStoreAndTheBridgeAlone = noClasses()
            .that()
            .resideInAPackage(APPROVAL)
            .should()
            .dependOnClassesThat(
                    OURS.and(resideOutsideOfPackages(CORE, APPROVAL, "jp.kiyome.quarantine..", "jp.kiyome.bridge..")));

    @ArchTest
    static final ArchRule onlyTheProgramKnowsTheWebApplication = noClasses()
            .that()
            .resideOutsideOfPackages(APPROVAL, APP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(APPROVAL);

    @ArchTest
    static final ArchRule jsoupIsUsedByHtmlAlone = noClasses()
            .that()
            .resideOutsideOfPackages("jp.kiyome.text.html..", TESTCORPUS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jsoup..");

    @ArchTest
    static final ArchRule nothingShippedKnowsTheTests = noClasses()
            .that()
            .resideOutsideOfPackage(TESTCORPUS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TESTCORPUS);

    @ArchTest
    static final ArchRule theScannerSharesNoCodeWithTheFormats = noClasses()
            .that()
            .resideInAnyPackage(
                    "jp.kiyome.testcorpus.scan..",
                    "jp.kiyome.testcorpus.ooxml..",
                    "jp.kiyome.testcorpus.mail..",
                    "jp.kiyome.testcorpus.pdf..",
                    "jp.kiyome.testcorpus.archive..",
                    "jp.kiyome.testcorpus.mail..",
                    "jp.kiyome.testcorpus.text..",
                    "jp.kiyome.testcorpus.xls..",
                    "jp.kiyome.testcorpus.zip..")
            .should()
            .dependOnClassesThat(OURS.and(resideOutsideOfPackage(TESTCORPUS)));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("jp.kiyome.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule tikaIsUsedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.tika..");

    @ArchTest
    static final ArchRule poiIsUsedByOfficeAlone = noClasses()
            .that()
            .resideOutsideOfPackages(OFFICE, CONTAINER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.poi..");

    /** JBIG2 stands in PDF files alone, JPEG 2000 in them too. */
    @ArchTest
    static final ArchRule imageReadersAreUsedByImagesAlone = noClasses()
            .that()
            .resideOutsideOfPackages(IMAGE, PDF_PICTURES, TESTCORPUS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.imageio..", "java.awt..");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackages(APP, "jp.kiyome.testcorpus.command..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in")
            .orShould()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule xmlReadersAreMadeInOneClass = classes()
            .that(callAny("javax\\.xml\\.(stream|parsers|transform|xpath|validation)\\..*Factory", "new.*"))
            .should()
            .haveFullyQualifiedName("jp.kiyome.container.xml.XmlFactories")
            .orShould()
            .haveFullyQualifiedName("jp.kiyome.testcorpus.scan.XmlPart")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noFormatStartsProcesses = noClasses()
            .that()
            .resideOutsideOfPackages("jp.kiyome.core.jail..", TESTCORPUS)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class);

    @ArchTest
    static final ArchRule nothingIsDeserialized =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

    @ArchTest
    static final ArchRule nothingAsksForTheMachinesLocaleOrZone = noClasses()
            .that()
            .resideOutsideOfPackages(APP, "jp.kiyome.testcorpus.command..")
            .should()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(TimeZone.class, "getDefault")
            .orShould()
            .callMethod(Charset.class, "defaultCharset")
            .orShould()
            .callMethod(String.class, "getBytes")
            .orShould()
            .callConstructor(String.class, byte[].class)
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethodWhere(formatsByDefaultLocale());

    @ArchTest
    static final ArchRule nothingIsLoadedByName = noClasses()
            .should()
            .callMethod(Class.class, "forName", String.class)
            .orShould()
            .callMethodWhere(targetOwner(name("java.lang.reflect.Method")));

    /** The first step below jp.kiyome names the module. */
    private static String module(JavaClass of) {
        return of.getPackageName().replaceFirst("(jp\\.kiyome\\.[a-z0-9]+).*", "$1");
    }

    private static ArchCondition<JavaClass> dependOnAnotherModule() {
        return new ArchCondition<>("depend on another module than the core and containers") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                one.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> OURS.and(resideOutsideOfPackages(CORE, CONTAINER))
                                .test(dependency.getTargetClass()))
                        .filter(dependency ->
                                !module(dependency.getTargetClass()).equals(module(one)))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.satisfied(dependency, dependency.getDescription())));
            }
        };
    }

    private static DescribedPredicate<JavaMethodCall> formatsByDefaultLocale() {
        return DescribedPredicate.describe(
                "without a locale",
                call -> call.getTargetOwner().isEquivalentTo(String.class)
                        && call.getName().equals("format")
                        && !call.getTarget()
                                .getRawParameterTypes()
                                .getFirst()
                                .getName()
                                .equals("java.util.Locale"));
    }

    private static DescribedPredicate<JavaClass> callAny(String ownerPattern, String methodPattern) {
        return DescribedPredicate.describe(
                "call " + ownerPattern + "." + methodPattern, javaClass -> javaClass.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getName().matches(ownerPattern)
                                && call.getName().matches(methodPattern)));
    }
}

package jp.kiyome.core.engine;

/** Which Kiyome this is: the version of its jar. */
public final class Version {

    public static final String CURRENT = current();

    private Version() {}

    private static String current() {
        String ofJar = Version.class.getPackage().getImplementationVersion();
        return ofJar == null ? "development" : ofJar;
    }
}

package jp.kiyome.approval.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.database.Rows;

/**
 * Codes that stand in for the second factor, each once. The table has their hashes alone; of 128 random bits no slow hash is needed.
 * Stateless.
 */
final class RecoveryCodes {

    /** Codes that somebody has at a time. */
    static final int MOST = 10;

    private static final int BYTES = 16;
    /** 128 bits in base 32. */
    private static final Pattern SHAPE = Pattern.compile("[A-Z2-7]{26}");

    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    /** New ones, in groups that people can read, in the place of those from before. */
    static List<String> renew(Rows rows, AccountName name) {
        forget(rows, name);
        List<String> codes = Stream.generate(RecoveryCodes::fresh).limit(MOST).toList();
        for (String code : codes) {
            rows.sql(
                            "insert into recovery_code (organisation, account, sha256) values (:organisation, :account, :sha256)")
                    .param("account", name.value())
                    .param("sha256", sha256(plain(code)))
                    .update();
        }
        return codes;
    }

    private static String fresh() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base32.write(random).replaceAll("(.{5})(?=.)", "$1-");
    }

    /** As it was typed, with or without hyphens, in small letters or capitals. */
    static boolean isOne(String typed) {
        return typed.length() <= 64 && SHAPE.matcher(plain(typed)).matches();
    }

    /** Whether somebody has this code; then they have it no more. */
    static boolean take(Rows rows, AccountName name, String typed) {
        return rows.sql("""
                        delete from recovery_code where organisation = :organisation and account = :account and sha256 = :sha256""")
                        .param("account", name.value())
                        .param("sha256", sha256(plain(typed)))
                        .update()
                == 1;
    }

    static int left(Rows rows, AccountName name) {
        return rows.sql("select count(*) from recovery_code where organisation = :organisation and account = :account")
                .param("account", name.value())
                .query(Integer.class)
                .single();
    }

    static void forget(Rows rows, AccountName name) {
        rows.sql("delete from recovery_code where organisation = :organisation and account = :account")
                .param("account", name.value())
                .update();
    }

    private static String plain(String typed) {
        return BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static String sha256(String code) {
        return Digest.of(HeapContent.of(code.getBytes(StandardCharsets.US_ASCII)))
                .sha256();
    }
}

package jp.kiyome.approval.directory;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import jp.kiyome.approval.directory.DirectorySettings.Server;

/** Opens connections to one directory: protected before anything is said, with bounds on all waiting. Threads may share it. */
final class Connecting {

    private static final int LARGEST_ANSWER = 1 << 20;

    private final Server server;
    private final int patience;
    private final Optional<SSLSocketFactory> tls;

    private Connecting(Server server, int patience, Optional<SSLSocketFactory> tls) {
        this.server = server;
        this.patience = patience;
        this.tls = tls;
    }

    static Connecting to(DirectorySettings settings) throws GeneralSecurityException {
        Server server = settings.server();
        int patience = (int) settings.patience().toMillis();
        return switch (server.protection()) {
            case NONE -> new Connecting(server, patience, Optional.empty());
            case LDAPS, START_TLS ->
                new Connecting(
                        server,
                        patience,
                        Optional.of(new NamedHosts(context(server.trust()).getSocketFactory())));
        };
    }

    private static SSLContext context(Optional<Path> trust) throws GeneralSecurityException {
        if (trust.isEmpty()) {
            return SSLContext.getDefault();
        }
        try {
            return new SSLUtil(new PEMFileTrustManager(trust.get().toFile())).createSSLContext("TLS");
        } catch (java.security.KeyStoreException e) {
            throw new GeneralSecurityException(trust.get() + ": not certificates that can be read", e);
        }
    }

    LDAPConnection open() throws LDAPException {
        return switch (server.protection()) {
            case NONE -> new LDAPConnection(options(), server.host(), server.port());
            case LDAPS -> new LDAPConnection(tls.orElseThrow(), options(), server.host(), server.port());
            case START_TLS -> startTls(new LDAPConnection(options(), server.host(), server.port()));
        };
    }

    private LDAPConnection startTls(LDAPConnection connection) throws LDAPException {
        boolean kept = false;
        try {
            ExtendedResult result = connection.processExtendedOperation(new StartTLSExtendedRequest(tls.orElseThrow()));
            if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
                throw new LDAPException(result);
            }
            kept = true;
            return connection;
        } finally {
            if (!kept) {
                connection.close();
            }
        }
    }

    /** No referral is followed: another server would be shown the password. */
    private LDAPConnectionOptions options() {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(patience);
        options.setResponseTimeoutMillis(patience);
        options.setFollowReferrals(false);
        options.setBindWithDNRequiresPassword(true);
        options.setMaxMessageSize(LARGEST_ANSWER);
        options.setAbandonOnTimeout(true);
        return options;
    }
}

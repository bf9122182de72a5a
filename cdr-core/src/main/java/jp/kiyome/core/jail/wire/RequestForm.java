package jp.kiyome.core.jail.wire;

import java.util.HashSet;
import java.util.Set;

/** How requests stand in frames. */
final class RequestForm {

    private static final int REBUILD = 1;
    private static final int VERIFY = 2;
    private static final int STOP = 3;

    private RequestForm() {}

    /** Writes the body, and gives the kind. Asked one by one: a switch over types links a call site anew in each process. */
    static int write(Request request, FrameWriter out) {
        out.number(request.id());
        if (request instanceof Request.Rebuild rebuild) {
            out.text(rebuild.name().length() <= WireLimits.NAME ? rebuild.name() : last(rebuild.name()));
            out.number(rebuild.size());
            out.list(rebuild.passwords(), out::text);
            LabelForm.write(rebuild.label(), out);
            out.flag(rebuild.excerpted());
            out.list(rebuild.refused().stream().sorted().toList(), out::text);
            PolicyForm.write(rebuild.policy(), out);
            return REBUILD;
        }
        if (request instanceof Request.Verify verify) {
            out.text(verify.typeId());
            out.text(verify.name().length() <= WireLimits.NAME ? verify.name() : last(verify.name()));
            out.number(verify.size());
            out.list(verify.passwords(), out::text);
            PolicyForm.write(verify.policy(), out);
            return VERIFY;
        }
        return STOP;
    }

    static Request read(int kind, FrameReader in) throws MalformedFrame {
        long id = in.number();
        Request request =
                switch (kind) {
                    case REBUILD ->
                        new Request.Rebuild(
                                id,
                                in.text(WireLimits.NAME),
                                in.number(),
                                in.list(WireLimits.LIST, () -> in.text(WireLimits.NAME)),
                                LabelForm.read(in),
                                in.flag(),
                                refused(in),
                                PolicyForm.read(in));
                    case VERIFY ->
                        new Request.Verify(
                                id,
                                in.text(WireLimits.SHORT),
                                in.text(WireLimits.NAME),
                                in.number(),
                                in.list(WireLimits.LIST, () -> in.text(WireLimits.NAME)),
                                PolicyForm.read(in));
                    case STOP -> new Request.Stop(id);
                    default -> throw new MalformedFrame("no request of kind " + kind);
                };
        in.end();
        return request;
    }

    private static Set<String> refused(FrameReader in) throws MalformedFrame {
        return new HashSet<>(in.list(WireLimits.REFUSED, () -> in.text(WireLimits.SHORT)));
    }

    /** Of a name past all measure the end counts: the extension. */
    private static String last(String name) {
        return name.substring(name.length() - WireLimits.NAME);
    }
}

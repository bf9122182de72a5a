package jp.kiyome.archive.sevenz;

import java.io.IOException;
import java.io.InputStream;
import jp.kiyome.core.finding.Refusal;
import org.tukaani.xz.ARM64Options;
import org.tukaani.xz.ARMOptions;
import org.tukaani.xz.ARMThumbOptions;
import org.tukaani.xz.DeltaOptions;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.IA64Options;
import org.tukaani.xz.PowerPCOptions;
import org.tukaani.xz.RISCVOptions;
import org.tukaani.xz.SPARCOptions;
import org.tukaani.xz.X86Options;

/** Coders that rearrange bytes and pack nothing (Methods.txt, "Filters"). */
final class Filters {

    private Filters() {}

    static InputStream open(Coder coder, InputStream in) throws IOException {
        long id = coder.id();
        byte[] properties = coder.properties();
        if (id == Id.DELTA) {
            int distance = properties.length == 1 ? (properties[0] & 0xFF) + 1 : 1;
            return new DeltaOptions(distance).getInputStream(in);
        }
        if (id == Id.SWAP2 || id == Id.SWAP4) {
            return new SwapStream(in, id == Id.SWAP2 ? 2 : 4);
        }
        FilterOptions branches = branches(id);
        // Only the newer ones may say where the code is loaded; no packer is known to.
        for (byte b : properties) {
            if (b != 0) {
                throw Refusal.of("sevenz.method", "0x" + Long.toHexString(id) + " with an offset");
            }
        }
        return branches.getInputStream(in);
    }

    private static FilterOptions branches(long id) {
        if (id == Id.X86 || id == Id.BCJ_X86) {
            return new X86Options();
        } else if (id == Id.POWERPC || id == Id.OLD_POWERPC) {
            return new PowerPCOptions();
        } else if (id == Id.ITANIUM || id == Id.OLD_ITANIUM) {
            return new IA64Options();
        } else if (id == Id.ARM || id == Id.OLD_ARM) {
            return new ARMOptions();
        } else if (id == Id.ARM_THUMB || id == Id.OLD_ARM_THUMB) {
            return new ARMThumbOptions();
        } else if (id == Id.SPARC || id == Id.OLD_SPARC) {
            return new SPARCOptions();
        } else if (id == Id.ARM64) {
            return new ARM64Options();
        } else if (id == Id.RISCV) {
            return new RISCVOptions();
        }
        throw Refusal.of("sevenz.method", "0x" + Long.toHexString(id));
    }
}

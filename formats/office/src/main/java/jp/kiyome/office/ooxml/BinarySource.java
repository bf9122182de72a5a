package jp.kiyome.office.ooxml;

import java.io.InputStream;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.office.xlsb.PartSource;

/** A binary part of a package. */
record BinarySource(OpcPackage opc, ZipMember part) implements PartSource {

    @Override
    public InputStream open() {
        return opc.open(part);
    }

    @Override
    public long size() {
        return part.size();
    }
}

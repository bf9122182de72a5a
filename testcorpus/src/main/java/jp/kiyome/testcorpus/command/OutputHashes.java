package jp.kiyome.testcorpus.command;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jp.kiyome.testcorpus.Samples;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Sample;

/** Prints what becomes of every sample: its ending, its findings, and the SHA-256 of its output. */
public final class OutputHashes {

    private OutputHashes() {}

    public static void main(String[] args) throws NoSuchAlgorithmException {
        Runner runner = Runner.withDefaults();
        for (Sample sample : Samples.all()) {
            Run run = runner.sanitize(sample.fileName(), sample.bytes().get());
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(run.output());
            System.out.println(sample.fileName() + " " + run.report().verdict() + " " + run.codes() + " "
                    + HexFormat.of().formatHex(hash));
        }
    }
}

package jp.kiyome.app.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.files.InputFile;
import jp.kiyome.app.files.OutputPlace;
import jp.kiyome.app.files.PreparedOutput;
import jp.kiyome.app.files.Unfinished;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.name.CleanName;
import jp.kiyome.core.receipt.KeyPairFile;
import jp.kiyome.core.receipt.Receipt;
import jp.kiyome.core.receipt.SignedReceipt;

/**
 * Outputs are files.
 *
 * @param place where
 * @param inputs the real paths of all inputs, which are never written over
 * @param replace whether files of other origin may be
 * @param receipts signs a receipt for each, where wanted
 */
public record OnDisk(
        OutputPlace place, Set<Path> inputs, boolean replace, Optional<Signing> receipts, Unfinished unfinished)
        implements Destination {

    /** What it takes to sign. */
    public record Signing(KeyPairFile key, FindingCatalogue catalogue) {}

    /** The name of the receipt for a file. */
    public static Path receiptFor(Path file) {
        return file.resolveSibling(file.getFileName() + ".receipt");
    }

    /** By the name it will have unless detection finds that the name lies. */
    @Override
    public void check(InputFile input) throws IOException, FileTrouble {
        admit(place.target(
                input, CleanName.of(input.name(), Set.of(), Optional.empty()).name()));
    }

    @Override
    public List<PreparedOutput> prepare(InputFile input, Outcome.Rebuilt rebuilt) throws IOException, FileTrouble {
        Path target = admit(place.target(input, rebuilt.report().outputName().unescaped()));
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        List<PreparedOutput> prepared = new ArrayList<>();
        try {
            prepared.add(write(rebuilt.content().stream(), target));
            if (receipts.isPresent()) {
                Receipt receipt = Receipt.of(rebuilt.report(), receipts.get().catalogue());
                byte[] signed =
                        SignedReceipt.sign(receipt, receipts.get().key()).bytes();
                prepared.add(write(new ByteArrayInputStream(signed), admit(receiptFor(target))));
            }
            return prepared;
        } catch (IOException | FileTrouble | RuntimeException e) {
            prepared.forEach(PreparedOutput::close);
            throw e;
        }
    }

    private PreparedOutput write(InputStream bytes, Path target) throws IOException {
        return PreparedOutput.write(bytes, target, unfinished);
    }

    private Path admit(Path target) throws IOException, FileTrouble {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.exists(target) && inputs.contains(target.toRealPath())) {
                throw new FileTrouble(Say.IS_AN_INPUT, Voice.shown(target));
            }
            if (isSameAsAnInput(target)) {
                throw new FileTrouble(Say.IS_AN_INPUT, Voice.shown(target));
            }
            if (!replace || Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileTrouble(Say.EXISTS, Voice.shown(target));
            }
        }
        return target;
    }

    /** Another name (hard link) of an input. Looked for only where something stands at the output's place. */
    private boolean isSameAsAnInput(Path target) throws IOException {
        if (!Files.exists(target)) {
            return false;
        }
        for (Path input : inputs) {
            if (Files.exists(input) && Files.isSameFile(input, target)) {
                return true;
            }
        }
        return false;
    }
}

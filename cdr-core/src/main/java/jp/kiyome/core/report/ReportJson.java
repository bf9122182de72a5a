package jp.kiyome.core.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.FindingText;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;

/**
 * Writes reports as {@code report.schema.json} says, on one line. Text that came from a file stands in objects with the
 * single key {@code untrusted}, shortened, with its invisible characters shown. Threads may share it.
 */
public final class ReportJson {

    /** Version of the form, in every report. */
    public static final int FORM = 1;

    private final JsonFactory json = new JsonFactory();
    private final FindingCatalogue catalogue;

    public ReportJson(FindingCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public String write(Report report) {
        StringWriter text = new StringWriter(4096);
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartObject();
            out.writeNumberField("report", FORM);
            out.writeStringField("engine", report.engineVersion());
            out.writeStringField("policy", report.policyHash());
            out.writeStringField(
                    "started", report.started().truncatedTo(ChronoUnit.MILLIS).toString());
            out.writeFieldName("file");
            file(out, report);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string writer has no output errors", e);
        }
        return text.toString();
    }

    private void file(JsonGenerator out, Report report) throws IOException {
        out.writeStartObject();
        untrusted(out, "name", report.name());
        untrusted(out, "outputName", report.outputName());
        if (report.type().isPresent()) {
            out.writeStringField("type", report.type().get().id());
            out.writeStringField("mediaType", report.type().get().mediaType());
        }
        if (!report.witness().isEmpty()) {
            out.writeStringField("witness", report.witness());
        }
        out.writeStringField("verdict", report.verdict().name().toLowerCase(Locale.ROOT));
        out.writeNumberField("millis", report.took().toMillis());
        digest(out, "input", report.input());
        if (report.output().isPresent()) {
            digest(out, "output", report.output().get());
        }
        if (report.reason().isPresent()) {
            out.writeFieldName("reason");
            finding(out, report.reason().get());
        }
        out.writeArrayFieldStart("findings");
        for (Finding finding : report.findings()) {
            finding(out, finding);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("nested");
        for (Report nested : report.nested()) {
            file(out, nested);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void finding(JsonGenerator out, Finding finding) throws IOException {
        out.writeStartObject();
        out.writeStringField("code", finding.kind().code());
        out.writeStringField("severity", word(catalogue.severity(finding.kind())));
        out.writeStringField("action", word(finding.action()));
        Location where = finding.where();
        if (!where.part().isEmpty()) {
            untrusted(out, "part", where.part());
        }
        if (!where.place().isEmpty()) {
            untrusted(out, "place", where.place());
        }
        if (!finding.detail().isEmpty()) {
            untrusted(out, "detail", finding.detail());
        }
        out.writeNumberField("count", finding.count());
        Optional<FindingText> text = catalogue.find(finding.kind());
        if (text.isPresent()) {
            out.writeStringField("ja", text.get().text().japanese());
            out.writeStringField("en", text.get().text().english());
        }
        out.writeEndObject();
    }

    private static void digest(JsonGenerator out, String field, Digest digest) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeNumberField("size", digest.size());
        out.writeStringField("sha256", digest.sha256());
        out.writeEndObject();
    }

    private static void untrusted(JsonGenerator out, String field, Untrusted text) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeStringField("untrusted", text.toString());
        out.writeEndObject();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

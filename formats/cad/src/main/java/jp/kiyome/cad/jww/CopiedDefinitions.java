package jp.kiyome.cad.jww;

/** Writes the definitions that the drawing shows. Not thread-safe. */
final class CopiedDefinitions implements ObjectVisitor {

    private final JwwOutput out;
    private final WrittenTags tags;
    private final Survey survey;
    private final Noted noted;
    private ObjectVisitor inside = new ListSurvey();

    CopiedDefinitions(JwwOutput out, WrittenTags tags, Survey survey, Noted noted) {
        this.out = out;
        this.tags = tags;
        this.survey = survey;
        this.noted = noted;
    }

    @Override
    public void nothing() {
        noted.removed("jww.null-object", "", "", "");
    }

    @Override
    public void object(String structure, int schema, Values values, byte[] record) {
        long number = values.number("number");
        if (!survey.shown(number)) {
            noted.removed("jww.block-unused", structure, "", values.text("name"));
            inside = new ListSurvey();
            return;
        }
        tags.object(structure, schema);
        out.raw(record);
        out.count(survey.kept(number));
        inside = new CopiedList(out, tags, survey, noted);
    }

    @Override
    public ObjectVisitor inside() {
        return inside;
    }
}

package jp.kiyome.cad.jww;

/** Writes the objects of a list that stay. Not thread-safe. */
final class CopiedList implements ObjectVisitor {

    private final JwwOutput out;
    private final WrittenTags tags;
    private final Survey survey;
    private final Noted noted;

    CopiedList(JwwOutput out, WrittenTags tags, Survey survey, Noted noted) {
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
        if (Settings.goes(structure, values)) {
            noted.removed("jww.settings-text", structure, "", values.text("content"));
        } else if (structure.equals("CDataBlock") && !survey.shown(values.number("number"))) {
            noted.removed("jww.block-missing", structure, "", Long.toString(values.number("number")));
        } else {
            tags.object(structure, schema);
            out.raw(record);
        }
    }

    @Override
    public ObjectVisitor inside() {
        throw new IllegalStateException("no definition");
    }
}

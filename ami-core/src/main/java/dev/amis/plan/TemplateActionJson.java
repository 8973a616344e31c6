package dev.amis.plan;

import static dev.amis.internal.json.ModelCodecs.TAGS_TO_SET;
import static dev.amis.plan.ActionJson.IN;

import dev.amis.internal.json.Codec;
import dev.amis.internal.json.Field;
import dev.amis.internal.json.ModelCodecs;
import dev.amis.internal.json.Shape;
import dev.amis.internal.json.Variants;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import java.util.Optional;
import java.util.function.Function;

/** How changes of launch templates stand in documents. */
final class TemplateActionJson {

    private static final Field<TemplateAction.OnTemplate, LaunchTemplateId> TEMPLATE = Field.of(
            "template",
            Codec.TEXT.map(LaunchTemplateId::of, LaunchTemplateId::value),
            TemplateAction.OnTemplate::template);
    private static final Field<TemplateAction.OnName, String> NAME =
            Field.of("name", Codec.TEXT, TemplateAction.OnName::name);

    private interface Maker<A> {
        A make(Region region, LaunchTemplateId template, TemplateVersionName version);
    }

    private TemplateActionJson() {}

    static Codec<Action> addTo(Variants<Action> actions) {
        return actions.add("create-template", TemplateAction.Create.class, create())
                .add("delete-template", TemplateAction.Remove.class, remove())
                .add("create-template-version", TemplateAction.NewVersion.class, newVersion())
                .add(
                        "set-default-template-version",
                        TemplateAction.SetDefault.class,
                        ofVersion(TemplateAction.SetDefault::version, TemplateAction.SetDefault::new))
                .add(
                        "delete-template-version",
                        TemplateAction.DeleteVersion.class,
                        ofVersion(TemplateAction.DeleteVersion::version, TemplateAction.DeleteVersion::new));
    }

    private static Shape<TemplateAction.Create> create() {
        Field<TemplateAction.Create, LaunchTemplateData> data =
                Field.of("data", ModelCodecs.TEMPLATE_DATA, TemplateAction.Create::data);
        Field<TemplateAction.Create, String> description =
                Field.of("description", Codec.TEXT, TemplateAction.Create::description);
        Field<TemplateAction.Create, Tags> tags =
                Field.withDefault("tags", TAGS_TO_SET, TemplateAction.Create::tags, Tags.none());
        Field<TemplateAction.Create, String> token = Field.of("token", Codec.TEXT, TemplateAction.Create::token);
        return Shape.of(
                v -> new TemplateAction.Create(
                        v.get(IN), v.get(NAME), v.get(data), v.get(description), v.get(tags), v.get(token)),
                IN,
                NAME,
                data,
                description,
                tags,
                token);
    }

    private static Shape<TemplateAction.Remove> remove() {
        return Shape.of(v -> new TemplateAction.Remove(v.get(IN), v.get(NAME)), IN, NAME);
    }

    private static Shape<TemplateAction.NewVersion> newVersion() {
        Field<TemplateAction.NewVersion, Optional<Long>> source =
                Field.optional("source", Codec.LONG, TemplateAction.NewVersion::source);
        Field<TemplateAction.NewVersion, LaunchTemplateData> data =
                Field.of("data", ModelCodecs.TEMPLATE_DATA, TemplateAction.NewVersion::data);
        Field<TemplateAction.NewVersion, String> description =
                Field.of("description", Codec.TEXT, TemplateAction.NewVersion::description);
        Field<TemplateAction.NewVersion, String> token =
                Field.of("token", Codec.TEXT, TemplateAction.NewVersion::token);
        return Shape.of(
                v -> new TemplateAction.NewVersion(
                        v.get(IN), v.get(TEMPLATE), v.get(source), v.get(data), v.get(description), v.get(token)),
                IN,
                TEMPLATE,
                source,
                data,
                description,
                token);
    }

    /** A version has a number, or a description in place of it. */
    private static <A extends TemplateAction.OnTemplate> Shape<A> ofVersion(
            Function<A, TemplateVersionName> version, Maker<A> maker) {
        Field<A, Optional<Long>> number = Field.optional(
                "version",
                Codec.LONG,
                action -> version.apply(action) instanceof TemplateVersionName.Numbered numbered
                        ? Optional.of(numbered.number())
                        : Optional.empty());
        Field<A, Optional<String>> description = Field.optional(
                "described",
                Codec.TEXT,
                action -> version.apply(action) instanceof TemplateVersionName.Described described
                        ? Optional.of(described.description())
                        : Optional.empty());
        return Shape.of(
                v -> maker.make(v.get(IN), v.get(TEMPLATE), name(v.get(number), v.get(description))),
                IN,
                TEMPLATE,
                number,
                description);
    }

    private static TemplateVersionName name(Optional<Long> number, Optional<String> description) {
        if (number.isPresent() == description.isPresent()) {
            throw new IllegalArgumentException("either version or described must be there");
        }
        return number.isPresent()
                ? new TemplateVersionName.Numbered(number.get())
                : new TemplateVersionName.Described(description.orElseThrow());
    }
}

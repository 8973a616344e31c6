package dev.amis.plan;

import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.spi.CreateLaunchTemplateRequest;
import dev.amis.spi.CreateLaunchTemplateVersionRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a launch template or of its versions. */
public sealed interface TemplateAction extends Action {

    /** A change of a template that is there. */
    sealed interface OnTemplate extends TemplateAction {

        /**
         * The template that it changes.
         *
         * @return the id
         */
        LaunchTemplateId template();

        @Override
        default String target() {
            return template().value();
        }
    }

    /** A change about a template by its name, as that of one that is not there yet. */
    sealed interface OnName extends TemplateAction {

        /**
         * The name of the template.
         *
         * @return the name
         */
        String name();

        @Override
        default String target() {
            return name();
        }
    }

    /**
     * Makes a template with its first version, by {@code CreateLaunchTemplate}.
     *
     * @param region the Region
     * @param name the name of the template to be
     * @param data what its first version says
     * @param description what is noted about its first version, by which it is known again
     * @param tags the tags of the template
     * @param token what makes the call the same if it is repeated
     */
    record Create(Region region, String name, LaunchTemplateData data, String description, Tags tags, String token)
            implements OnName {

        /**
         * Makes the action.
         *
         * @throws IllegalArgumentException if EC2 would refuse the request
         */
        public Create {
            request(name, data, description, tags, token);
        }

        CreateLaunchTemplateRequest request() {
            return request(name, data, description, tags, token);
        }

        private static CreateLaunchTemplateRequest request(
                String name, LaunchTemplateData data, String description, Tags tags, String token) {
            return CreateLaunchTemplateRequest.builder()
                    .launchTemplateName(name)
                    .launchTemplateData(data)
                    .versionDescription(description)
                    .tags(tags)
                    .clientToken(token)
                    .build();
        }

        /** Without the token, which every plan has of its own: two plans of the same change differ in nothing else. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Create create
                    && region.equals(create.region)
                    && name.equals(create.name)
                    && data.equals(create.data)
                    && description.equals(create.description)
                    && tags.equals(create.tags);
        }

        @Override
        public int hashCode() {
            return Objects.hash(region, name, data, description, tags);
        }

        @Override
        public String describe() {
            return "make launch template " + name;
        }
    }

    /**
     * Deletes a template, by {@code DeleteLaunchTemplate}; only the way back from having made it.
     *
     * @param region the Region
     * @param name the name of the template
     */
    record Remove(Region region, String name) implements OnName {

        @Override
        public String describe() {
            return "delete launch template " + name;
        }
    }

    /**
     * Makes a version, by {@code CreateLaunchTemplateVersion}. The default version stays what it is.
     *
     * @param region the Region
     * @param template the template
     * @param source the number of the version that it is made on top of; nothing if the data says all
     * @param data what it says, or what it says otherwise than the source
     * @param description what is noted about it, by which it is known again
     * @param token what makes the call the same if it is repeated
     */
    record NewVersion(
            Region region,
            LaunchTemplateId template,
            Optional<Long> source,
            LaunchTemplateData data,
            String description,
            String token)
            implements OnTemplate {

        /**
         * Makes the action.
         *
         * @throws IllegalArgumentException if EC2 would refuse the request
         */
        public NewVersion {
            request(template, source, data, description, token);
        }

        CreateLaunchTemplateVersionRequest request() {
            return request(template, source, data, description, token);
        }

        private static CreateLaunchTemplateVersionRequest request(
                LaunchTemplateId template,
                Optional<Long> source,
                LaunchTemplateData data,
                String description,
                String token) {
            return CreateLaunchTemplateVersionRequest.builder()
                    .launchTemplateId(template)
                    .sourceVersion(source.map(String::valueOf))
                    .launchTemplateData(data)
                    .versionDescription(description)
                    .clientToken(token)
                    .build();
        }

        /** Without the token, which every plan has of its own: two plans of the same change differ in nothing else. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NewVersion version
                    && region.equals(version.region)
                    && template.equals(version.template)
                    && source.equals(version.source)
                    && data.equals(version.data)
                    && description.equals(version.description);
        }

        @Override
        public int hashCode() {
            return Objects.hash(region, template, source, data, description);
        }

        @Override
        public String describe() {
            return "make a version of " + template
                    + source.map(number -> " on top of version " + number).orElse("");
        }
    }

    /**
     * Makes a version the default one, by {@code ModifyLaunchTemplate}.
     *
     * @param region the Region
     * @param template the template
     * @param version the version
     */
    record SetDefault(Region region, LaunchTemplateId template, TemplateVersionName version) implements OnTemplate {

        @Override
        public String describe() {
            return "make " + version + " the default of " + template;
        }
    }

    /**
     * Deletes a version, by {@code DeleteLaunchTemplateVersions}.
     *
     * @param region the Region
     * @param template the template
     * @param version the version
     */
    record DeleteVersion(Region region, LaunchTemplateId template, TemplateVersionName version) implements OnTemplate {

        @Override
        public String describe() {
            return "delete " + version + " of " + template;
        }
    }
}

package dev.amis.plan;

import dev.amis.model.LaunchTemplateVersion;
import java.util.Collection;
import java.util.Optional;

/** Which version of a launch template is meant: EC2 gives numbers, so one that is still to be made has only a description. */
public sealed interface TemplateVersionName {

    /**
     * Finds the version.
     *
     * @param versions the versions of the template
     * @return the version, nothing if it is not among them
     */
    Optional<LaunchTemplateVersion> in(Collection<LaunchTemplateVersion> versions);

    /**
     * A version by its number.
     *
     * @param number from 1
     */
    record Numbered(long number) implements TemplateVersionName {

        /**
         * Makes the name.
         *
         * @throws IllegalArgumentException if the number is less than 1
         */
        public Numbered {
            if (number < 1) {
                throw new IllegalArgumentException("version number is " + number + ", but must be at least 1");
            }
        }

        @Override
        public Optional<LaunchTemplateVersion> in(Collection<LaunchTemplateVersion> versions) {
            return versions.stream()
                    .filter(version -> version.versionNumber() == number)
                    .findFirst();
        }

        @Override
        public String toString() {
            return "version " + number;
        }
    }

    /**
     * A version by the description that an action of the same plan gave it, or is going to.
     *
     * @param description the whole description
     */
    record Described(String description) implements TemplateVersionName {

        /**
         * Makes the name.
         *
         * @throws IllegalArgumentException if the description is blank
         */
        public Described {
            if (description.isBlank()) {
                throw new IllegalArgumentException("description is blank, but must tell one version from the others");
            }
        }

        @Override
        public Optional<LaunchTemplateVersion> in(Collection<LaunchTemplateVersion> versions) {
            return versions.stream()
                    .filter(version -> version.versionDescription().equals(Optional.of(description)))
                    .findFirst();
        }

        @Override
        public String toString() {
            return "the version '" + description + "'";
        }
    }
}

package dev.amis.model;

/** What an Auto Scaling group launches its instances from: one of three ways that exclude each other. */
public sealed interface GroupLaunchSource {

    /**
     * A version of a launch template.
     *
     * @param launchTemplate template and version
     */
    record Template(LaunchTemplateSpecification launchTemplate) implements GroupLaunchSource {

        @Override
        public String toString() {
            return "launch template " + launchTemplate;
        }
    }

    /**
     * A mixed instances policy. How it spreads instances over types and markets is not part of this value, and stays as it is
     * wherever this value is set.
     *
     * @param policy template, version and overrides
     */
    record MixedInstances(LaunchTemplateConfig policy) implements GroupLaunchSource {

        @Override
        public String toString() {
            return "mixed instances policy on launch template "
                    + policy.launchTemplate().map(Object::toString).orElse("of its overrides");
        }
    }

    /**
     * A launch configuration.
     *
     * @param launchConfigurationName its name
     */
    record Configuration(String launchConfigurationName) implements GroupLaunchSource {

        /**
         * Makes the value.
         *
         * @throws IllegalArgumentException if the name is blank
         */
        public Configuration {
            Checks.notBlank("name of the launch configuration", launchConfigurationName);
        }

        @Override
        public String toString() {
            return "launch configuration " + launchConfigurationName;
        }
    }
}

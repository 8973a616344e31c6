package dev.amis.spi;

import java.util.List;
import java.util.Map;

/**
 * A kind of resources that may refer to an image, and which of them.
 *
 * @param resourceType for example {@code ec2:Instance}
 * @param options EC2's options for the kind, such as {@code version-depth} with a number; what is left out EC2 decides
 */
public record ReferringResources(String resourceType, Map<String, List<String>> options) {

    /** Instances; the option {@code state-name} names the states that count, by default all. */
    public static final String INSTANCE = "ec2:Instance";

    /** Launch templates; the option {@code version-depth} says how many of the newest versions count. */
    public static final String LAUNCH_TEMPLATE = "ec2:LaunchTemplate";

    /** Parameters of the data type {@code aws:ec2:image}. */
    public static final String PARAMETER = "ssm:Parameter";

    /** Image recipes of Image Builder. */
    public static final String IMAGE_RECIPE = "imagebuilder:ImageRecipe";

    /** Container recipes of Image Builder. */
    public static final String CONTAINER_RECIPE = "imagebuilder:ContainerRecipe";

    /** The option of instances: the states that count. */
    public static final String STATE_NAME = "state-name";

    /** The option of launch templates: how many of the newest versions count, 1 to 10,000. */
    public static final String VERSION_DEPTH = "version-depth";

    /**
     * Makes a value of copies.
     *
     * @throws IllegalArgumentException if the type is blank
     */
    public ReferringResources {
        if (resourceType.isBlank()) {
            throw new IllegalArgumentException("resourceType is '" + resourceType + "', but must not be blank");
        }
        options = Map.copyOf(options);
    }

    /**
     * All resources of a kind that EC2 looks at by default.
     *
     * @param resourceType for example {@code ec2:Instance}
     * @return the value
     * @throws IllegalArgumentException if the type is blank
     */
    public static ReferringResources of(String resourceType) {
        return new ReferringResources(resourceType, Map.of());
    }

    /**
     * Launch templates.
     *
     * @param depth how many of the newest versions of each count
     * @return the value
     * @throws IllegalArgumentException if it is not from 1 to 10,000
     */
    public static ReferringResources launchTemplates(int depth) {
        if (depth < 1 || depth > 10_000) {
            throw new IllegalArgumentException("version-depth is " + depth + ", but must be from 1 to 10000");
        }
        return new ReferringResources(LAUNCH_TEMPLATE, Map.of(VERSION_DEPTH, List.of(Integer.toString(depth))));
    }
}

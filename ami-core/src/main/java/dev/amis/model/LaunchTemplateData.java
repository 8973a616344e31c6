package dev.amis.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a version of a launch template says: every parameter by EC2's own name, those that this library has words for and all
 * others, so that nothing is lost on the way from one version to the next. Immutable.
 *
 * <p>Names are those of the EC2 API, joined by dots, lists numbered from 1: {@code ImageId}, {@code
 * MetadataOptions.HttpTokens}, {@code NetworkInterfaces.1.SubnetId}. EC2 does not check what a template says.
 *
 * <p>Source: EC2 API Reference, RequestLaunchTemplateData.
 */
public final class LaunchTemplateData {

    private static final String IMAGE = "ImageId";
    private static final String INSTANCE_TYPE = "InstanceType";
    private static final String KEY_NAME = "KeyName";
    private static final String SECURITY_GROUPS = "SecurityGroupIds";
    private static final String USER_DATA = "UserData";
    private static final String MARKET = "InstanceMarketOptions.MarketType";
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]*(\\.([A-Z][A-Za-z0-9]*|[1-9][0-9]*))*");
    private static final LaunchTemplateData NONE = new LaunchTemplateData(new TreeMap<>(LaunchTemplateData::inOrder));

    private final SortedMap<String, String> parameters;

    private LaunchTemplateData(SortedMap<String, String> parameters) {
        this.parameters = Collections.unmodifiableSortedMap(parameters);
    }

    /**
     * A template that says nothing.
     *
     * @return the value
     */
    public static LaunchTemplateData none() {
        return NONE;
    }

    /**
     * Takes parameters by their names.
     *
     * @param parameters names and values
     * @return the value
     * @throws IllegalArgumentException if a name is not in EC2's form
     */
    public static LaunchTemplateData of(Map<String, String> parameters) {
        SortedMap<String, String> copy = new TreeMap<>(LaunchTemplateData::inOrder);
        parameters.forEach((name, value) -> copy.put(checked(name), Objects.requireNonNull(value, name)));
        return new LaunchTemplateData(copy);
    }

    /**
     * A template that names an image, and nothing else.
     *
     * @param imageReference an image id or {@code resolve:ssm:…}
     * @return the value
     */
    public static LaunchTemplateData ofImage(String imageReference) {
        return none().with(IMAGE, imageReference);
    }

    /**
     * All parameters.
     *
     * @return values by name, in the order of names, numbers by their size
     */
    public SortedMap<String, String> parameters() {
        return parameters;
    }

    /**
     * One parameter.
     *
     * @param name its full name
     * @return its value, nothing if it is not set
     */
    public Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /**
     * Tells whether nothing is set.
     *
     * @return whether it is so
     */
    public boolean isEmpty() {
        return parameters.isEmpty();
    }

    /**
     * The same with another value of a parameter.
     *
     * @param name its full name
     * @param value the value
     * @return the new value
     * @throws IllegalArgumentException if the name is not in EC2's form
     */
    public LaunchTemplateData with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(parameters);
        more.put(checked(name), Objects.requireNonNull(value, name));
        return new LaunchTemplateData(more);
    }

    /**
     * The same without a parameter and all below it.
     *
     * @param name a full name, or the beginning of one up to a dot
     * @return the new value
     */
    public LaunchTemplateData without(String name) {
        SortedMap<String, String> less = new TreeMap<>(parameters);
        less.keySet().removeIf(one -> one.equals(name) || one.startsWith(name + "."));
        return new LaunchTemplateData(less);
    }

    /**
     * What a version says that is made on top of another: each parameter named here, with all below its first word, goes
     * before that of the other.
     *
     * @param source what the other version says
     * @return the new value
     */
    public LaunchTemplateData on(LaunchTemplateData source) {
        LaunchTemplateData merged = source;
        for (String name : parameters.keySet()) {
            merged = merged.without(top(name));
        }
        SortedMap<String, String> all = new TreeMap<>(merged.parameters);
        all.putAll(parameters);
        return new LaunchTemplateData(all);
    }

    /**
     * What the template names as its image.
     *
     * @return an image id or {@code resolve:ssm:…}; nothing if it names none
     */
    public Optional<String> imageReference() {
        return get(IMAGE);
    }

    /**
     * The same with another image.
     *
     * @param image the image
     * @return the new value
     */
    public LaunchTemplateData withImage(ImageId image) {
        return with(IMAGE, image.value());
    }

    /**
     * The type of instance.
     *
     * @return the type, nothing if the launch has to name it
     */
    public Optional<InstanceType> instanceType() {
        return get(INSTANCE_TYPE).filter(text -> !text.isBlank()).map(InstanceType::of);
    }

    /**
     * The same with another type of instance.
     *
     * @param type the type
     * @return the new value
     */
    public LaunchTemplateData withInstanceType(InstanceType type) {
        return with(INSTANCE_TYPE, type.value());
    }

    /**
     * The key pair.
     *
     * @return its name
     */
    public Optional<String> keyName() {
        return get(KEY_NAME);
    }

    /**
     * The security groups, as far as they are named by their ids and not by network interfaces.
     *
     * @return their ids
     */
    public List<String> securityGroupIds() {
        return below(SECURITY_GROUPS);
    }

    /**
     * The same with other security groups.
     *
     * @param ids their ids; none takes all away
     * @return the new value
     */
    public LaunchTemplateData withSecurityGroupIds(List<String> ids) {
        LaunchTemplateData data = without(SECURITY_GROUPS);
        for (int number = 1; number <= ids.size(); number++) {
            data = data.with(SECURITY_GROUPS + "." + number, ids.get(number - 1));
        }
        return data;
    }

    /**
     * What instances run when they start for the first time.
     *
     * @return plain text; nothing if there is none, or if it is no text but, for example, packed
     */
    public Optional<String> userData() {
        return get(USER_DATA).flatMap(LaunchTemplateData::decoded);
    }

    /**
     * The same with other user data.
     *
     * @param text plain text, which is encoded as EC2 wants it
     * @return the new value
     */
    public LaunchTemplateData withUserData(String text) {
        return with(USER_DATA, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Tells whether instances are launched on the Spot market.
     *
     * @return whether they are
     */
    public boolean isSpot() {
        return get(MARKET).filter("spot"::equals).isPresent();
    }

    /**
     * The volumes that the template adds or changes.
     *
     * @return the mappings
     */
    public List<BlockDeviceMapping> blockDeviceMappings() {
        return TemplateMappings.read(this);
    }

    /**
     * The same with other volumes.
     *
     * @param mappings the mappings; none takes all away
     * @return the new value
     */
    public LaunchTemplateData withBlockDeviceMappings(List<BlockDeviceMapping> mappings) {
        SortedMap<String, String> all = new TreeMap<>(without(TemplateMappings.NAME).parameters);
        all.putAll(TemplateMappings.write(mappings));
        return new LaunchTemplateData(all);
    }

    /** The values of a list by number. */
    List<String> below(String list) {
        return numbers(list)
                .mapToObj(number -> get(list + "." + number).orElse(""))
                .toList();
    }

    /** The numbers that a list has. */
    IntStream numbers(String list) {
        return parameters.keySet().stream()
                .filter(name -> name.startsWith(list + "."))
                .map(name -> name.substring(list.length() + 1).split("\\.", 2)[0])
                .filter(word -> word.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .distinct();
    }

    private static Optional<String> decoded(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return Optional.of(text).filter(one -> !one.isEmpty() && one.indexOf('\uFFFD') < 0);
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("parameter name is '" + name
                    + "', but must be in EC2's words joined by dots, such as 'MetadataOptions.HttpTokens'");
        }
        return name;
    }

    private static String top(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Word by word; the tenth of a list comes after the ninth. */
    private static int inOrder(String one, String other) {
        String[] left = one.split("\\.", -1);
        String[] right = other.split("\\.", -1);
        for (int word = 0; word < Math.min(left.length, right.length); word++) {
            boolean numbers = Character.isDigit(left[word].charAt(0)) && Character.isDigit(right[word].charAt(0));
            int order = numbers
                    ? Comparator.comparingInt(String::length)
                            .thenComparing(Comparator.naturalOrder())
                            .compare(left[word], right[word])
                    : left[word].compareTo(right[word]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LaunchTemplateData data && data.parameters.equals(parameters);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    /** The parameters as one line for people, without user data and tag values. */
    @Override
    public String toString() {
        return parameters.entrySet().stream()
                .filter(one -> !one.getKey().equals(USER_DATA) && !one.getKey().startsWith("TagSpecifications."))
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}

package dev.amis.testing.tasks;

/** What can be particular about an image of a generated account, beside what every image has. */
enum Trait {
    /** Still being made. */
    PENDING,
    /** Could not be made. */
    FAILED,
    /** Disabled, and so shared with nobody. */
    DISABLED,
    /** In a state that this version does not know. */
    ODD,

    /** Protected, to be lifted at once. */
    PROTECTED,
    /** Protected, to be lifted with a day's delay. */
    PROTECTED_WITH_COOLDOWN,
    /** Protected for another twelve hours. */
    COOLING_DOWN,
    /** Protected until an hour ago. */
    COOLED_DOWN,

    /** Shared with one account. */
    SHARED,
    /** Shared with everybody, and deprecated two years after it was made unless another trait says earlier. */
    PUBLIC,

    /** Tagged {@code Keep=yes}. */
    KEEP,
    /** Tagged {@code Keep=maybe}. */
    MAYBE_KEEP,
    /** Managed by AWS Backup. */
    BACKUP,
    /** Tagged {@code Critical=yes}, as are its snapshots; rules of the Recycle Bin may depend on that. */
    CRITICAL,
    /** Without a creation date. */
    UNDATED,

    /** Deprecated ten days ago. */
    DEPRECATED,
    /** To be deprecated in three days. */
    DEPRECATED_SOON,
    /** To be deprecated in two hundred days. */
    DEPRECATED_LATE,

    /** Launched two days ago, as far as EC2 tells. */
    LAUNCHED_LATELY,
    /** Launched a hundred days ago. */
    LAUNCHED_LONG_AGO,

    /** Of a running instance. */
    RUNNING,
    /** Of a stopped instance. */
    STOPPED,
    /** Of a terminated instance, which needs it no more. */
    TERMINATED,
    /** In the default version of a launch template, which is not its latest. */
    IN_DEFAULT_VERSION,
    /** In the latest version of a launch template, which is not its default. */
    IN_LATEST_VERSION,
    /** In a version of a launch template that is neither its default nor its latest. */
    IN_OLD_VERSION,
    /** In a version of a launch template, neither its default nor its latest, that an Auto Scaling group launches from. */
    IN_GROUP_VERSION,
    /** In such a version that an instance of an Auto Scaling group was launched from. */
    IN_GROUP_INSTANCE,
    /** Of an override of an Auto Scaling group. */
    IN_GROUP_OVERRIDE,
    /** Of a launch configuration that no group uses. */
    IN_LAUNCH_CONFIGURATION,
    /** Of a Spot Fleet request. */
    IN_SPOT_FLEET,
    /** In such a version that an EC2 Fleet launches from. */
    IN_FLEET_VERSION,
    /** Of a Spot Fleet request that was cancelled, and needs it no more. */
    IN_CANCELLED_FLEET,
    /** What a parameter says. */
    NAMED_BY_PARAMETER,
    /** What a parameter has said in an older version. */
    ONCE_NAMED_BY_PARAMETER,
    /** What an image recipe starts from. */
    PARENT_OF_RECIPE,
    /** What an image recipe starts from by way of a parameter that SSM does not know to hold an image. */
    PARENT_BY_PARAMETER,
    /** What a container recipe is built on. */
    UNDER_CONTAINERS,
    /** Being copied within its Region. */
    BEING_COPIED,
    /** Being copied to the next Region. */
    BEING_COPIED_AWAY,

    /** With a second snapshot. */
    TWO_SNAPSHOTS,
    /** With a second snapshot that all images of its Region with this trait have in common. */
    COMMON_SNAPSHOT
}

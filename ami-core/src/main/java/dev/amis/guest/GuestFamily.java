package dev.amis.guest;

/** The Linux systems whose places and package managers the scripts know. */
public enum GuestFamily {
    /** Amazon Linux 2, with yum. */
    AMAZON_LINUX_2("amazon-linux-2"),

    /** Amazon Linux 2023, with dnf. */
    AMAZON_LINUX_2023("amazon-linux-2023"),

    /** Debian, Ubuntu and kin, with apt. */
    DEBIAN("debian"),

    /** Red Hat Enterprise Linux, CentOS Stream, Rocky, Alma, Oracle, Fedora and kin, with dnf or yum. */
    RED_HAT("red-hat");

    private final String id;

    GuestFamily(String id) {
        this.id = id;
    }

    /** The name as scripts spell it, for example {@code amazon-linux-2023}. */
    @Override
    public String toString() {
        return id;
    }
}

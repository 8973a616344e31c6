package dev.amis.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A system in a directory, as far as scripts look at it. */
record Machine(Path root) {

    static final String HASH = "$6$salt$hash";

    /** What every family has. */
    static Machine of(GuestFamily family, Path root) {
        Machine machine = new Machine(root);
        machine.file("/usr/lib/os-release", release(family));
        machine.link("/etc/os-release", "../usr/lib/os-release");
        machine.file("/usr/bin/cloud-init", "");
        machine.file("/usr/bin/" + program(family), "");
        machine.accounts();
        machine.identity();
        machine.files();
        return machine;
    }

    static String program(GuestFamily family) {
        return switch (family) {
            case DEBIAN -> "apt-get";
            case AMAZON_LINUX_2 -> "yum";
            case AMAZON_LINUX_2023, RED_HAT -> "dnf";
        };
    }

    static String release(GuestFamily family) {
        return switch (family) {
            case DEBIAN -> "NAME=\"Ubuntu\"\nVERSION_ID=\"24.04\"\nID=ubuntu\nID_LIKE=debian\n";
            case AMAZON_LINUX_2 ->
                "NAME=\"Amazon Linux\"\nVERSION=\"2\"\nID=\"amzn\"\nID_LIKE=\"centos rhel fedora\"\nVERSION_ID=\"2\"\n";
            case AMAZON_LINUX_2023 -> "NAME=\"Amazon Linux\"\nID=\"amzn\"\nID_LIKE=\"fedora\"\nVERSION_ID=\"2023\"\n";
            case RED_HAT -> "NAME=\"Rocky Linux\"\nVERSION_ID=\"9.4\"\nID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n";
        };
    }

    private void accounts() {
        file("/etc/passwd", """
                root:x:0:0:root:/root:/bin/bash
                bin:x:1:1:bin:/bin:/sbin/nologin
                jenkins:x:990:990::/var/lib/jenkins:/bin/bash
                ubuntu:x:1000:1000:Ubuntu,,,:/home/ubuntu:/bin/bash
                packer:x:1001:1001::/home/packer:/bin/bash
                """);
        file("/etc/shadow", """
                root:%s:19000:0:99999:7:::
                bin:*:19000:0:99999:7:::
                ubuntu:!:19000:0:99999:7:::
                packer:%s:19000:0:99999:7:::
                """.formatted(HASH, HASH));
        file("/etc/group", "root:x:0:\nwheel:x:10:ubuntu,packer\nubuntu:x:1000:\npacker:x:1001:\n");
        file("/etc/gshadow", "root:*::\nwheel:!::ubuntu,packer\nubuntu:!::\npacker:!::\n");
        for (String home :
                new String[] {"/root", "/home/ubuntu", "/home/packer", "/var/lib/jenkins", "/home/left behind"}) {
            home(home);
        }
    }

    private void home(String home) {
        file(home + "/.ssh/authorized_keys", "ssh-ed25519 AAAA somebody\n");
        file(home + "/.ssh/id_ed25519", "secret\n");
        file(home + "/.ssh/config", "Host *\n");
        file(home + "/.aws/credentials", "[default]\n");
        file(home + "/.git-credentials", "https://somebody:token@example.com\n");
        file(home + "/.docker/config.json", "{}\n");
        file(home + "/.bash_history", "export TOKEN=1\n");
        file(home + "/.viminfo", "# viminfo\n");
        file(home + "/.bashrc", "alias ll='ls -l'\n");
        file(home + "/work/notes", "to keep\n");
    }

    private void identity() {
        file("/etc/ssh/ssh_host_ed25519_key", "secret\n");
        file("/etc/ssh/ssh_host_ed25519_key.pub", "public\n");
        file("/etc/ssh/sshd_config", "UsePAM yes\n");
        file("/etc/machine-id", "0123456789abcdef0123456789abcdef\n");
        file("/var/lib/dbus/machine-id", "0123456789abcdef0123456789abcdef\n");
        file("/var/lib/systemd/random-seed", "seed");
        file("/var/lib/cloud/instances/i-1/user-data.txt", "#!/bin/sh\n");
        link("/var/lib/cloud/instance", "/var/lib/cloud/instances/i-1");
        file("/var/lib/cloud/data/instance-id", "i-1\n");
        file("/var/lib/cloud/scripts/per-boot/mount-scratch.sh", "#!/bin/sh\n");
        file("/var/lib/cloud/seed/nocloud/meta-data", "a: b\n");
        file("/etc/netplan/50-cloud-init.yaml", "network: {}\n");
        file("/var/lib/dhclient/dhclient-eth0.leases", "lease {}\n");
    }

    private void files() {
        file("/var/log/syslog", "line\n");
        file("/var/log/syslog.1", "line\n");
        file("/var/log/dnf.log.2.gz", "zip");
        file("/var/log/messages-20260101", "line\n");
        file("/var/log/audit/audit.log", "line\n");
        file("/var/log/journal/0123/system.journal", "journal");
        file("/var/crash/python.crash", "memory");
        file("/var/mail/ubuntu", "From somebody\n");
        file("/var/cache/apt/archives/bash_5.deb", "deb");
        file("/var/lib/apt/lists/archive_dists", "list");
        file("/var/cache/dnf/repo/metadata", "xml");
        file("/var/cache/yum/x86_64/2/timedhosts", "x");
        file("/tmp/build/output", "x");
        file("/tmp/-rf", "x");
        file("/tmp/.hidden", "x");
        file("/tmp/a name\nin two lines", "x");
        file("/tmp/systemd-private-1-chronyd/tmp/x", "x");
        file("/var/tmp/x", "x");
        file("/opt/app/bin/app", "program\n");
        file("/opt/app/token", "x\n");
    }

    Path path(String absolute) {
        return root.resolve(absolute.substring(1));
    }

    boolean has(String absolute) {
        return Files.exists(path(absolute), LinkOption.NOFOLLOW_LINKS);
    }

    String text(String absolute) {
        try {
            return Files.readString(path(absolute));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Machine file(String absolute, String text) {
        try {
            Files.createDirectories(path(absolute).getParent());
            Files.writeString(path(absolute), text);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Machine link(String absolute, String target) {
        try {
            Files.createDirectories(path(absolute).getParent());
            Files.createSymbolicLink(path(absolute), Path.of(target));
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Everything there is below a directory: kind, permissions, content or target. */
    static Map<String, String> tree(Path top) {
        Map<String, String> tree = new TreeMap<>();
        try {
            Files.walkFileTree(top, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes is) throws IOException {
                    tree.put(top.relativize(directory).toString(), "directory " + permissions(directory));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
                    tree.put(
                            top.relativize(file).toString(),
                            is.isSymbolicLink()
                                    ? "link " + Files.readSymbolicLink(file)
                                    : permissions(file) + " " + Files.readString(file));
                    return FileVisitResult.CONTINUE;
                }
            });
            return tree;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    /** Everything that is no directory, a name put in the place of another. */
    Set<String> files(String program, String name) {
        return tree().entrySet().stream()
                .filter(entry -> !entry.getValue().startsWith("directory "))
                .map(entry -> "/" + entry.getKey())
                .map(path -> path.equals("/usr/bin/" + program) ? "/usr/bin/" + name : path)
                .collect(Collectors.toSet());
    }

    Map<String, String> tree() {
        return tree(root);
    }
}

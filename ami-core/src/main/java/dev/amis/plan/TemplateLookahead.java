package dev.amis.plan;

import dev.amis.internal.Session;
import dev.amis.internal.TemplateLook;
import dev.amis.internal.VersionTrail;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.spi.RegionalProvider;
import dev.amis.usage.TemplateLaunches;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What launches from versions of a template that are to be deleted; read for all of them at once, and good for seconds. */
final class TemplateLookahead {

    private record Read(
            Region region, String template, List<String> sources, Instant at, TemplateLaunches launches, Tags tags) {}

    private final Session session;
    private Optional<Read> last = Optional.empty();

    TemplateLookahead(Session session) {
        this.session = session;
    }

    /** What keeps a version, or a template as a whole, from counting as unused. */
    List<String> usesOf(TemplateAction action, List<String> sources) {
        if (sources.isEmpty()) {
            return List.of();
        }
        List<LaunchTemplateVersion> versions = action instanceof TemplateAction.DeleteVersion deletion
                ? Observer.versions(session.in(action.region()), deletion.template(), deletion.version())
                : TemplateLook.versions(session.in(action.region()), action.target());
        if (versions.isEmpty()) {
            return List.of();
        }
        Read read = read(action, sources, versions);
        if (action instanceof TemplateAction.DeleteVersion deletion) {
            return deletion.version()
                    .in(versions)
                    .map(version -> uses(version, new VersionTrail(versions, read.tags()), read.launches()))
                    .orElse(List.of());
        }
        return read.launches().all();
    }

    private static List<String> uses(LaunchTemplateVersion version, VersionTrail trail, TemplateLaunches launches) {
        List<String> uses = new ArrayList<>(launches.of(version));
        if (trail.leadsTo(version.versionNumber())) {
            uses.add("the way back from the default version leads to it");
        }
        return uses;
    }

    private Read read(TemplateAction action, List<String> sources, List<LaunchTemplateVersion> versions) {
        Instant now = session.now();
        Optional<Read> known = last.filter(one -> one.region().equals(action.region())
                && one.template().equals(action.target())
                && one.sources().equals(sources)
                && !now.isAfter(one.at().plus(Lookahead.FRESH)));
        if (known.isPresent()) {
            return known.get();
        }
        RegionalProvider region = session.in(action.region());
        TemplateLaunches launches = TemplateLaunches.read(region, versions.get(0), sources);
        Tags tags = TemplateLook.template(region, versions.get(0).launchTemplateId())
                .tags();
        Read read = new Read(action.region(), action.target(), sources, now, launches, tags);
        last = Optional.of(read);
        return read;
    }
}

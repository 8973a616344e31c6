package dev.amis.plan;

import dev.amis.internal.Session;
import dev.amis.internal.TemplateLook;
import dev.amis.internal.VersionTrail;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import dev.amis.usage.TemplateLaunches;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What launches from versions of a template that are to be deleted; read for all of them at once, and good for seconds. */
final class TemplateLookahead {

    private record Read(Region region, String template, List<String> sources, Instant at, TemplateLaunches launches) {}

    private final Session session;
    private Optional<Read> read = Optional.empty();

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
        TemplateLaunches launches = launches(action, sources, versions);
        if (action instanceof TemplateAction.DeleteVersion deletion) {
            return deletion.version()
                    .in(versions)
                    .map(version -> uses(version, versions, launches))
                    .orElse(List.of());
        }
        return launches.all();
    }

    private static List<String> uses(
            LaunchTemplateVersion version, List<LaunchTemplateVersion> versions, TemplateLaunches launches) {
        List<String> uses = new ArrayList<>(launches.of(version));
        if (VersionTrail.leadsTo(versions, version.versionNumber())) {
            uses.add("the way back from the default version leads to it");
        }
        return uses;
    }

    private TemplateLaunches launches(
            TemplateAction action, List<String> sources, List<LaunchTemplateVersion> versions) {
        Instant now = session.now();
        Optional<Read> known = read.filter(one -> one.region().equals(action.region())
                && one.template().equals(action.target())
                && one.sources().equals(sources)
                && !now.isAfter(one.at().plus(Lookahead.FRESH)));
        if (known.isEmpty()) {
            TemplateLaunches launches = TemplateLaunches.read(session.in(action.region()), versions.get(0), sources);
            known = Optional.of(new Read(action.region(), action.target(), sources, now, launches));
            read = known;
        }
        return known.get().launches();
    }
}

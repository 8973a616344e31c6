package dev.amis.testing.internal.estate;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import java.util.List;

/** What uses the images: the company's instances and launch templates. */
final class Fleet {

    private final Workshop workshop;

    Fleet(Workshop workshop) {
        this.workshop = workshop;
    }

    void launch(Company.Teams teams) {
        Image web = newest(teams.web().originals());
        workshop.run(6, web, "web", 4);
        workshop.run(1, teams.web().originals().get(46), "web-left-over", 18);
        workshop.run(4, newest(teams.orders().production()), "orders", 0);
        workshop.run(2, newest(teams.orders().staging()), "orders-staging", 2);
        workshop.run(2, newest(teams.tools().runners()), "ci-runner", 0);
        workshop.run(1, teams.legacy().images().get(1), "web-server", 700);
        workshop.runOfLostImage(web, ImageId.of(workshop.id("ami")), "forgotten", 500);
        workshop.run(2, newest(teams.web().copies(Region.US_WEST_2)), "web", 4);
        workshop.stop(teams.tools().environments().get(9), "dev-box", 250);
        workshop.run(2, newest(teams.web().copies(Region.EU_WEST_1)), "web", 4);
        workshop.run(2, newest(teams.data().editions()), "database", 9);
        workshop.run(1, newest(teams.platform().windows()), "office", 5);
    }

    void describe(Company.Teams teams) {
        List<Image> web = teams.web().originals();
        template(Region.US_EAST_1, "web", 2, id(web.get(44)), id(web.get(46)), id(web.get(47)));
        template(Region.US_EAST_1, "orders-api", 1, id(newest(teams.orders().production())));
        template(Region.US_EAST_1, "legacy", 1, workshop.id("ami"));
        template(Region.US_WEST_2, "golden", 1, "resolve:ssm:/golden/base");
        template(Region.US_WEST_2, "dev", 1, id(newest(teams.tools().environments())));
        List<Image> databases = teams.data().editions();
        template(Region.EU_WEST_1, "database", 1, id(databases.get(13)), id(databases.get(15)));
    }

    private void template(Region region, String name, int defaultVersion, String... references) {
        LaunchTemplateId id = LaunchTemplateId.of(workshop.id("lt"));
        for (int version = 1; version <= references.length; version++) {
            workshop.add(LaunchTemplateVersion.builder()
                    .launchTemplateId(id)
                    .launchTemplateName(name)
                    .region(region)
                    .versionNumber(version)
                    .isDefaultVersion(version == defaultVersion)
                    .createTime(workshop.daysAgo(4 + 20L * (references.length - version)))
                    .imageReference(references[version - 1])
                    .build());
        }
    }

    private static String id(Image image) {
        return image.imageId().value();
    }

    private static Image newest(List<Image> editions) {
        return editions.get(editions.size() - 1);
    }
}

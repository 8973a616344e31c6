package dev.amis.testing.internal.estate;

/** Puts the estate together, team by team. */
public final class Company {

    private Company() {}

    /**
     * Makes everything that the estate holds.
     *
     * @param setting where and when
     * @return the same things for the same setting
     */
    public static Inventory inventory(Setting setting) {
        Workshop workshop = new Workshop(setting);
        Teams teams = Teams.of(workshop);
        teams.work();
        Fleet fleet = new Fleet(workshop);
        fleet.launch(teams);
        fleet.describe(teams);
        new Partner(workshop).work(teams.platform().base().get(23));
        return workshop.inventory();
    }

    /** Those who make images. */
    record Teams(PlatformTeam platform, WebTeam web, OrdersTeam orders, DataTeam data, ToolsTeam tools, Legacy legacy) {

        static Teams of(Workshop workshop) {
            PlatformTeam platform = new PlatformTeam(workshop);
            return new Teams(
                    platform,
                    new WebTeam(workshop, platform),
                    new OrdersTeam(workshop, platform),
                    new DataTeam(workshop),
                    new ToolsTeam(workshop),
                    new Legacy(workshop));
        }

        void work() {
            platform.work();
            web.work();
            orders.work();
            data.work();
            tools.work();
            legacy.gather();
        }
    }
}

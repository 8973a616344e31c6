package dev.amis.cleanup;

import dev.amis.model.Image;
import dev.amis.model.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deals images out to policies: each image to the first that is about it. */
final class Shares {

    private Shares() {}

    /**
     * The images of each policy, by Region.
     *
     * @param images all images of each Region; those that no policy is about go to the last one of their Region, which says so
     */
    static List<Map<Region, List<Image>>> of(List<RetentionPolicy> policies, Map<Region, List<Image>> images) {
        if (policies.size() == 1) {
            return List.of(images);
        }
        List<Scope> scopes = policies.stream().map(Scope::new).toList();
        List<Map<Region, List<Image>>> shares = new ArrayList<>();
        for (RetentionPolicy policy : policies) {
            Map<Region, List<Image>> share = new LinkedHashMap<>();
            policy.regions().forEach(region -> share.put(region, new ArrayList<>()));
            shares.add(share);
        }
        images.forEach((region, found) -> {
            for (Image image : found) {
                share(shares, scopes, region, image).add(image);
            }
        });
        return shares;
    }

    private static List<Image> share(
            List<Map<Region, List<Image>>> shares, List<Scope> scopes, Region region, Image image) {
        List<Image> last = List.of();
        for (int i = 0; i < scopes.size(); i++) {
            List<Image> share = shares.get(i).get(region);
            if (share != null && !scopes.get(i).familyOf(image).isEmpty()) {
                return share;
            }
            last = share == null ? last : share;
        }
        return last;
    }
}

package dev.amis.testing.internal;

import dev.amis.model.Tags;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeleteTagsRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** {@code CreateTags} and {@code DeleteTags}: on images, snapshots, instances and launch templates, for each account its own. */
final class Tagging {

    private final World world;
    private final Images images;

    Tagging(World world, Images images) {
        this.world = world;
        this.images = images;
    }

    void create(Call call, CreateTagsRequest request) {
        TagRules.check(request.tags());
        change(call, request.resources(), old -> TagRules.merged(old, request.tags()));
    }

    void delete(Call call, DeleteTagsRequest request) {
        Set<String> keys = request.keys();
        keys.forEach(TagRules::checkKey);
        change(call, request.resources(), old -> {
            Map<String, String> left = new LinkedHashMap<>(old.asMap());
            left.keySet().removeAll(keys);
            return Tags.read(left);
        });
    }

    /** All or nothing: what every resource is to have is known before the first is changed. */
    private void change(Call call, List<String> ids, UnaryOperator<Tags> change) {
        Map<Resource, Tags> planned = new LinkedHashMap<>();
        for (String id : ids) {
            Resource resource =
                    find(call, id).orElseThrow(() -> new Ec2Error("InvalidID", "The ID '" + id + "' is not valid"));
            planned.put(resource, change.apply(resource.tagsSeenBy(call.account())));
        }
        world.permit(call);
        planned.forEach((resource, tags) -> resource.setTags(call.account(), tags));
    }

    private Optional<? extends Resource> find(Call call, String id) {
        RegionStore store = world.in(call.region());
        Optional<? extends Resource> found = switch (id.substring(0, Math.max(0, id.indexOf('-')))) {
            case "ami" ->
                store.images().find(id).filter(image -> images.visibility().isSeenBy(call.account(), image));
            case "snap" -> store.snapshots().find(id).filter(snapshot -> snapshot.isReadableBy(call.account()));
            case "i" -> store.instances().find(id).filter(instance -> instance.isOwnedBy(call.account()));
            case "lt" ->
                store.of(call.account()).templates().values().stream()
                        .filter(template -> template.id().equals(id))
                        .findFirst();
            default ->
                throw new Ec2Error(
                        "InvalidID", "The ID '" + id + "' is not valid; tags of such resources are not imitated");
        };
        return found.filter(resource -> !resource.missedAt(world.now()));
    }
}

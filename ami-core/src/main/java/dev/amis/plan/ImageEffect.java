package dev.amis.plan;

/** The effect of an action on an image: one look at the image, and at its launch permissions where they matter. */
abstract class ImageEffect<A extends Action.OnImage> implements Effect<A> {

    @Override
    public Observation look(A action, Facts reliedOn, Observer observer) {
        return readsPermissions() || reliedOn.launchPermissions().isPresent()
                ? observer.imageAndPermissions(action.region(), action.imageId())
                : observer.image(action.region(), action.imageId());
    }

    boolean readsPermissions() {
        return false;
    }

    static String takesBack(Action action) {
        return "takes back: " + action.describe();
    }
}

package dev.amis.internal;

import dev.amis.error.Failure;
import dev.amis.model.Image;
import dev.amis.model.ImageState;

/** The words for an image that will not become available. */
final class EndOfWaiting {

    private EndOfWaiting() {}

    static Failure failure(Image image) {
        String why = image.stateReason()
                .map(reason -> ": " + stripped(reason.message()) + " [" + reason.code() + "]")
                .orElse(", and EC2 gives no reason");
        return Failure.of("await", "it is " + image.stateText() + why)
                .resource(image.imageId().value())
                .region(image.region())
                .advice(advice(image.state()))
                .build();
    }

    private static String advice(ImageState state) {
        return switch (state) {
            case FAILED, INVALID, ERROR ->
                "Deregister it, which also frees its name, look for snapshots it left behind, and make it again";
            case DISABLED -> "Enable it first";
            default -> "Nothing is left to wait for; make it again if it is still wanted";
        };
    }

    private static String stripped(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}

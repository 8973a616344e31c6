package dev.amis.lifecycle;

import dev.amis.error.InvalidRequestException;
import dev.amis.internal.Subject;

/** What EC2 would refuse and can be known before. */
final class Refusals {

    private Refusals() {}

    static InvalidRequestException publicImagesStayDeprecated(Subject subject) {
        return new InvalidRequestException(subject.failure(
                        "DisableImageDeprecation",
                        "the image is public, and public images always have a deprecation date")
                .advice("Make it private first, or move the date")
                .build());
    }
}
